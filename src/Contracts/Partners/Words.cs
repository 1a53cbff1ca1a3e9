namespace Entente.Contracts.Partners;

/// <summary>The stored states of an agreement; <em>expiring</em> is computed from the dates.</summary>
public enum AgreementState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for approval; its text is fixed by a hash.</summary>
    InReview,

    /// <summary>The text was approved as it stands.</summary>
    Approved,

    /// <summary>Went out to be signed.</summary>
    OutForSignature,

    /// <summary>Signed by all; its first day has not come.</summary>
    Signed,

    /// <summary>In force.</summary>
    Active,

    /// <summary>Its term ended.</summary>
    Expired,

    /// <summary>Ended before its term.</summary>
    Terminated,

    /// <summary>Replaced by a successor.</summary>
    Superseded,
}

/// <summary>How long an agreement runs.</summary>
public enum TermKind
{
    /// <summary>To a last day.</summary>
    Fixed,

    /// <summary>To a last day, then on by whole periods until one side gives notice.</summary>
    Automatic,

    /// <summary>Until one side gives notice.</summary>
    OpenEnded,
}

/// <summary>Which way students go, seen from the school.</summary>
public enum PlaceDirection
{
    /// <summary>From the school to the partner.</summary>
    Out,

    /// <summary>From the partner to the school.</summary>
    In,
}

/// <summary>The level of study.</summary>
public enum StudyLevel
{
    /// <summary>First cycle.</summary>
    Bachelor,

    /// <summary>Second cycle.</summary>
    Master,

    /// <summary>Third cycle.</summary>
    Doctoral,
}

/// <summary>What an entry of the place ledger says.</summary>
public enum PlaceEntryKind
{
    /// <summary>Places an agreement offers in a year.</summary>
    Offered,

    /// <summary>A place taken.</summary>
    Used,

    /// <summary>A difference brought over from before the ledger, or from an agreement replaced.</summary>
    Carried,

    /// <summary>A correction agreed with the partner.</summary>
    Adjusted,
}

/// <summary>How long a stay on a place is; an agreement weighs each.</summary>
public enum PlaceLength
{
    /// <summary>A whole academic year.</summary>
    Year,

    /// <summary>One semester.</summary>
    Semester,
}
