package okno.notification.channel;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import okno.notification.Channel;
import okno.notification.channel.email.EmailProviders;
import okno.notification.channel.push.PushProviders;
import okno.notification.channel.sms.SmsProviders;
import org.springframework.stereotype.Component;

/** All providers that are configured, by channel and in their order. */
@Component
public class Providers {

    private final Map<Channel, Rota> rotas;

    Providers(EmailProviders email, SmsProviders sms, PushProviders push, FailoverProperties properties) {
        Map<Channel, List<MessageChannel>> configured =
                Map.of(Channel.EMAIL, email.all(), Channel.SMS, sms.all(), Channel.PUSH, push.all());
        this.rotas = Arrays.stream(Channel.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        channel -> rota(configured.getOrDefault(channel, List.of()), properties),
                        (a, b) -> a,
                        () -> new EnumMap<>(Channel.class)));
    }

    private static Rota rota(List<MessageChannel> messages, FailoverProperties properties) {
        return new Rota(messages.stream()
                .map(channel -> new Provider(channel, properties))
                .toList());
    }

    public Rota of(Channel channel) {
        Rota rota = rotas.get(channel);
        return rota == null ? new Rota(List.of()) : rota;
    }

    /** Channels that have a provider; nothing is planned for another. */
    public boolean serves(Channel channel) {
        return !of(channel).providers().isEmpty();
    }

    public Collection<Rota> all() {
        return rotas.values();
    }
}
