namespace Entente.Foundation.Keys;

/// <summary>
/// A text that stands encrypted in the database (AES-256-GCM under the key ring of <c>Entente__Keys</c>). It can be read by every
/// query, but not searched, compared or ordered there; it enters the log only as a keyed hash.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EncryptedAttribute : Attribute;
