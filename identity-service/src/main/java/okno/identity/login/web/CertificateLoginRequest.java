package okno.identity.login.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import okno.identity.login.JudgeCertificateLogin.Command;

/**
 * @param text what was to be signed
 * @param signature a detached CMS, PEM or the Base64 of its DER; what is neither is judged as it is
 */
record CertificateLoginRequest(
        @NotBlank @Size(max = 500) String text,
        @NotBlank @Size(max = 100_000) String signature) {

    Command toCommand() {
        byte[] ascii = signature.strip().getBytes(US_ASCII);
        try {
            return new Command(
                    text,
                    signature.contains("-----")
                            ? ascii
                            : Base64.getMimeDecoder().decode(ascii));
        } catch (IllegalArgumentException notBase64) {
            return new Command(text, ascii);
        }
    }

    @Override
    public String toString() {
        return "CertificateLoginRequest";
    }
}
