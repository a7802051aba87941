package okno.application.upload.web;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;

/** The header {@code Content-Digest} of RFC 9530; of the algorithms in it only SHA-256 is looked at. */
final class ContentDigest {

    /** A member of a dictionary of RFC 9651: 32 bytes in base64 between colons. */
    private static final Pattern SHA256 = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):");

    private ContentDigest() {}

    /** Hex; {@link Problem} {@code digest_missing} when there is none. */
    static String sha256(String header) {
        Matcher member = SHA256.matcher(header);
        if (!member.find()) {
            throw Problem.invalid(List.of(FieldFault.parameter("Content-Digest", "digest_missing")));
        }
        return HexFormat.of().formatHex(Base64.getDecoder().decode(member.group(1)));
    }
}
