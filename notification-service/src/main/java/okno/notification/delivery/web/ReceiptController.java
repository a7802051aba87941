package okno.notification.delivery.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.validation.Validator;
import okno.notification.channel.ReceiptArrived;
import okno.notification.delivery.ApplyReceipt;
import okno.notification.delivery.ReceiptSignatures;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where SMS gateways tell what became of a message; the signature is the credential. */
@RestController
@RequestMapping("/api/v1/notifications/receipts/{provider}")
@PreAuthorize("denyAll()")
class ReceiptController {

    /** The gateway may add fields; we read ours. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ReceiptSignatures signatures;
    private final ApplyReceipt applyReceipt;
    private final Validator validator;

    ReceiptController(ReceiptSignatures signatures, ApplyReceipt applyReceipt, Validator validator) {
        this.signatures = signatures;
        this.applyReceipt = applyReceipt;
        this.validator = validator;
    }

    /** The body is taken as bytes: the signature covers exactly what was sent. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("permitAll()")
    void receive(@PathVariable String provider, @RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        if (!signatures.prove(provider, new String(body, UTF_8), headers.asMultiValueMap())) {
            throw new BadCredentialsException("receipt signature");
        }
        ReceiptRequest receipt = read(body);
        applyReceipt.handle(
                new ReceiptArrived(provider, receipt.clientMessageId(), null, receipt.state(), receipt.reason()));
    }

    private ReceiptRequest read(byte[] body) {
        try {
            ReceiptRequest receipt = JSON.readValue(body, ReceiptRequest.class);
            if (validator.validate(receipt).isEmpty()) {
                return receipt;
            }
        } catch (JacksonException e) {
            // Signed, and yet not what was agreed: answered as malformed below, its text is not repeated.
        }
        throw new Problem(ProblemKind.MALFORMED, "malformed_body");
    }
}
