package okno.notification.channel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The providers of one channel in their order. New messages go to the first in good standing; one that was set aside gets
 * a few as a probe after its rest; and when nobody is in good standing, one that is merely slow is better than nothing.
 */
public final class Rota {

    private final List<Provider> providers;

    public Rota(List<Provider> providers) {
        this.providers = List.copyOf(providers);
    }

    public List<Provider> providers() {
        return providers;
    }

    /** True when new messages may go to this one now, as far as its {@linkplain #reserve places} reach. */
    public boolean takesNew(Provider provider) {
        return provider.probed() || provider.equals(chosen());
    }

    /** Places at a provider for so many messages. */
    public int reserve(Provider provider, int wanted) {
        return lastResort(provider) ? wanted : provider.reserve(wanted);
    }

    /** A provider with a place for one message that cannot wait, another than this one where there is a choice. */
    public Optional<Provider> forOne(@Nullable Provider other) {
        Optional<Provider> good = providers.stream()
                .filter(provider -> !provider.equals(other))
                .filter(Provider::good)
                .filter(provider -> provider.reserve(1) == 1)
                .findFirst();
        return good.or(() ->
                providers.stream().filter(provider -> reserve(provider, 1) == 1).findFirst());
    }

    private boolean lastResort(Provider provider) {
        return provider.merelySlow() && provider.equals(chosen());
    }

    private @Nullable Provider chosen() {
        return providers.stream()
                .filter(Provider::good)
                .findFirst()
                .or(() -> providers.stream().filter(Provider::merelySlow).findFirst())
                .orElse(null);
    }
}
