package okno.local.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okno.local.RunningStack;
import okno.local.machine.Layout;
import okno.local.process.PidFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code okno down}: asks the supervisor to stop everything, and cleans up after one that died. */
@Command(name = "down", description = "Stop everything.")
public final class Down implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 90;

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() throws Exception {
        Layout layout = place.layout();
        Optional<ProcessHandle> supervisor = RunningStack.supervisor(layout);
        if (supervisor.isPresent()) {
            supervisor.get().destroy();
            try {
                supervisor.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                System.err.println("The supervisor does not stop; stopping its processes.");
                supervisor.get().destroyForcibly();
            }
        }
        List<String> orphans = PidFile.stopOrphans(layout.run());
        System.out.println(supervisor.isEmpty() && orphans.isEmpty() ? "Nothing was running." : "Stopped.");
        return 0;
    }
}
