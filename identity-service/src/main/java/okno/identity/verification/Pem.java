package okno.identity.verification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** DER out of PEM (RFC 7468); what is no PEM is taken as DER already. */
final class Pem {

    private static final String DASHES = "-----";

    private Pem() {}

    static byte[] decoded(byte[] file) {
        if (file.length == 0 || file[0] != '-') {
            return file;
        }
        String text = new String(file, US_ASCII);
        int begin = text.indexOf(DASHES, DASHES.length());
        int end = begin < 0 ? -1 : text.indexOf(DASHES, begin + DASHES.length());
        if (end < 0) {
            throw new Problem(ProblemKind.INVALID, "signature_malformed");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(begin + DASHES.length(), end));
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemKind.INVALID, "signature_malformed");
        }
    }
}
