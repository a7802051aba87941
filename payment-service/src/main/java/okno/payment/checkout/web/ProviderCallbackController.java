package okno.payment.checkout.web;

import jakarta.validation.Validator;
import okno.payment.checkout.ReceiveCallback;
import okno.payment.provider.CallbackSignature;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where the provider tells what became of a payment; its signature is its credential. */
@RestController
@RequestMapping("/api/v1/providers/sandbox/callbacks")
@PreAuthorize("denyAll()")
class ProviderCallbackController {

    /** The provider may add fields; we read ours. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ReceiveCallback receiveCallback;
    private final Validator validator;

    ProviderCallbackController(ReceiveCallback receiveCallback, Validator validator) {
        this.receiveCallback = receiveCallback;
        this.validator = validator;
    }

    /** The body is taken as bytes: the signature covers exactly what was sent. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("permitAll()")
    void receive(
            @RequestHeader(name = "webhook-id", required = false) @Nullable String id,
            @RequestHeader(name = "webhook-timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "webhook-signature", required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        if (!receiveCallback.genuine(new CallbackSignature.Headers(id, timestamp, signature), body)) {
            throw new BadCredentialsException("callback signature");
        }
        receiveCallback.handle(read(body).toCommand());
    }

    private ProviderCallback read(byte[] body) {
        try {
            ProviderCallback callback = JSON.readValue(body, ProviderCallback.class);
            if (validator.validate(callback).isEmpty() && callback.currency().matches("[A-Z]{3}")) {
                return callback;
            }
        } catch (JacksonException e) {
            // Signed, and yet not what was agreed: answered as malformed below, its text is not repeated.
        }
        throw new Problem(ProblemKind.MALFORMED, "malformed_body");
    }
}
