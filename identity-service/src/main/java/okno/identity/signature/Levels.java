package okno.identity.signature;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import okno.identity.signature.domain.SignatureFormat;

/** The baseline levels of ETSI by DSS' names. */
final class Levels {

    private Levels() {}

    static SignatureLevel of(SignatureFormat format, boolean stamped) {
        return switch (format) {
            case CADES -> stamped ? SignatureLevel.CAdES_BASELINE_T : SignatureLevel.CAdES_BASELINE_B;
            case XADES -> stamped ? SignatureLevel.XAdES_BASELINE_T : SignatureLevel.XAdES_BASELINE_B;
            case PADES -> stamped ? SignatureLevel.PAdES_BASELINE_T : SignatureLevel.PAdES_BASELINE_B;
        };
    }
}
