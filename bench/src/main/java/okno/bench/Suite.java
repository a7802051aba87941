package okno.bench;

import okno.local.machine.Layout;

/** One benchmark. */
public interface Suite {

    /**
     * How to run.
     *
     * @param quick few and short rounds
     */
    record Settings(Layout layout, boolean quick) {}

    void run(Settings settings, Report report) throws Exception;
}
