using Entente.Bench.Matching;

// ./dev bench matching: a school's call by every mechanism (each under 1 s, the optimum proven), and a million students by
// deferred acceptance (under 2 s and 2 GB, its verifier under 1 s). With a name only that part.
var failed = false;
if (args is [] or ["call"]) failed |= !CallBench.Run();
if (args is [] or ["million"]) failed |= !MillionBench.Run();
return failed ? 1 : 0;
