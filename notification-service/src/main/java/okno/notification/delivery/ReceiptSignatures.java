package okno.notification.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okno.notification.channel.sms.SmsProperties;
import org.springframework.stereotype.Component;

/** Proves receipts genuine and fresh by the Standard Webhooks specification, each provider with its own secret. */
@Component
public class ReceiptSignatures {

    private final Map<String, Webhook> secrets;

    ReceiptSignatures(SmsProperties properties) {
        this.secrets = properties.http().stream()
                .filter(gateway -> !gateway.callbackSecret().isBlank())
                .collect(Collectors.toUnmodifiableMap(SmsProperties.Gateway::name, ReceiptSignatures::secret));
    }

    private static Webhook secret(SmsProperties.Gateway gateway) {
        try {
            return new Webhook(gateway.callbackSecret());
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException("a blank secret was let through", e);
        }
    }

    /** True when this provider signed exactly this text, lately. */
    public boolean prove(String provider, String body, Map<String, List<String>> headers) {
        Webhook secret = secrets.get(provider);
        if (secret == null) {
            return false;
        }
        try {
            secret.verify(body, headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }
}
