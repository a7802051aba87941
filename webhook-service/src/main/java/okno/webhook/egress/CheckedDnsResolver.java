package okno.webhook.egress;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a name once per connection and lets it through only when every address is public; the client then connects to
 * exactly these addresses, so a second, different answer of the name server is never asked for.
 */
final class CheckedDnsResolver implements DnsResolver {

    private final DnsResolver resolver;
    private final PublicAddresses addresses;
    private final boolean allowPrivate;
    private final Duration timeout;

    CheckedDnsResolver(DnsResolver resolver, PublicAddresses addresses, boolean allowPrivate, Duration timeout) {
        this.resolver = resolver;
        this.addresses = addresses;
        this.allowPrivate = allowPrivate;
        this.timeout = timeout;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = resolveInTime(host);
        // One private address among public ones is an attack or a mistake; trying the others would hide either.
        if (!allowPrivate && !Arrays.stream(found).allMatch(addresses::isPublic)) {
            throw new ForbiddenAddress();
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private InetAddress[] resolveInTime(String host) throws UnknownHostException {
        // The system resolver has no timeout of its own. The client hands international names over in their letters.
        var lookup = new FutureTask<>(() -> resolver.resolve(IDN.toASCII(host)));
        Thread.startVirtualThread(lookup);
        try {
            return lookup.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new UnknownHostException("unresolved");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted");
        }
    }

    /** A name that leads, at least in part, to an address that is not public. */
    static final class ForbiddenAddress extends UnknownHostException {

        private static final long serialVersionUID = 1;

        ForbiddenAddress() {
            super("address is not public");
        }
    }
}
