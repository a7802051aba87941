package okno.platform.rights;

import java.util.Map;
import okno.platform.core.Port;

/** How a service erases what no law keeps of one person; with a bean of it, the service obeys orders to erase. */
@Port
public interface Erasing {

    /**
     * Erases, in the transaction of the caller. Ordered twice, it finds nothing the second time.
     *
     * @return how many records of each kind are gone, by the word that the person is told
     */
    Map<String, Long> erase(String personId);
}
