package okno.identity.verification.domain;

import java.util.Locale;

/** Why a check did not pass; the word in lower case is the stable code. */
public enum Reason {
    DOCUMENT_CHANGED,
    DOCUMENT_EXTENDED,
    DOCUMENT_NEEDED,
    DOCUMENT_NOT_COVERED,
    SIGNATURE_WRONG,
    SIGNER_CERTIFICATE_MISSING,
    ALGORITHM_UNSUPPORTED,
    ALGORITHM_WEAK,
    KEY_WEAK,
    KEY_EXCESSIVE,
    CHAIN_UNKNOWN,
    SELF_SIGNED,
    EXPIRED,
    NOT_YET_VALID,
    USAGE_WRONG,
    REVOKED,
    REVOCATION_UNKNOWN,
    TIMESTAMP_WRONG,
    TIMESTAMP_UNTRUSTED,
    NO_TIMESTAMP;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
