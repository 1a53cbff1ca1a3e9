// Forms that are filled in: a question that depends on another one of the same page shows and hides as one answers. Without this it stands there
// with the words of its condition, and the server leaves away what was not asked.
const dependent = [...document.querySelectorAll(".fill .question[data-when]")];

const given = (question) => {
  const box = document.querySelector(`.fill .question[data-question="${CSS.escape(question)}"]`);
  if (!box || box.hidden) return null;
  const values = [];
  for (const field of box.querySelectorAll("input, select, textarea")) {
    if (/[.](drop|other|until)$/.test(field.name) || field.type === "hidden") continue;
    if ((field.type === "radio" || field.type === "checkbox") && !field.checked) continue;
    if (field.value.trim() !== "") values.push(field.value.trim());
  }
  return { values, kept: box.querySelector(".question-file") !== null, isChoice: box.querySelector("input[type=radio], input[type=checkbox], select") !== null };
};

const holds = ({ when, whenKind, whenValue }) => {
  const answer = given(when);
  if (!answer) return false;
  const isGiven = answer.values.length > 0 || answer.kept;
  const same = (value) => value.toLowerCase() === whenValue.toLowerCase() || (value !== "" && whenValue !== "" && !answer.isChoice && Number(value) === Number(whenValue));
  switch (whenKind) {
    case "Given": return isGiven;
    case "Missing": return !isGiven;
    case "Is": return answer.values.length === 1 && same(answer.values[0]);
    case "IsNot": return isGiven && !(answer.values.length === 1 && same(answer.values[0]));
    default: return answer.values.some((value) => answer.isChoice ? value === whenValue : value.toLowerCase().includes(whenValue.toLowerCase()));
  }
};

const settle = () => dependent.forEach((question) => { question.hidden = !holds(question.dataset); });
if (dependent.length > 0) {
  document.addEventListener("input", settle);
  document.addEventListener("change", settle);
  settle();
}
