package okno.notification.channel.email;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.notification.email.*}.
 *
 * @param from who the letters are from
 * @param servers relays, the preferred one first; without a host one is not used
 * @param bounces the mailbox that undeliverable letters come back to
 * @param dkim how letters are signed (RFC 6376); without a key file they are not, which is right behind a relay that signs
 */
@Validated
@ConfigurationProperties("okno.notification.email")
public record EmailProperties(
        @NotBlank String from,
        @NotNull Duration connectTimeout,
        @NotNull Duration readTimeout,
        @NotNull List<@Valid Server> servers,
        @NotNull @Valid Bounces bounces,
        @NotNull @Valid Dkim dkim) {

    /**
     * One relay.
     *
     * @param starttls whether to encrypt when it is offered
     */
    public record Server(
            @NotBlank String name, String host, int port, String username, String password, boolean starttls) {

        /** Never the password. */
        @Override
        public String toString() {
            return "Server[" + name + "]";
        }
    }

    /**
     * A mailbox for nothing else, read by IMAP; without a host nobody reads what comes back.
     *
     * @param address what the envelope names as sender; blank: the letters' own sender
     * @param tls whether the connection is encrypted from its first byte (RFC 8314)
     */
    public record Bounces(String address, String host, int port, String username, String password, boolean tls) {

        /** Never the password. */
        @Override
        public String toString() {
            return "Bounces[" + address + "]";
        }
    }

    /** @param keyFile RSA private key, PKCS #8 PEM */
    public record Dkim(
            String domain, String selector, @Nullable Path keyFile) {}
}
