package okno.identity.signature.domain;

/** What an advanced signature proves: B who and what, T also when, by a timestamp. */
public enum SignatureLevel {
    B,
    T
}
