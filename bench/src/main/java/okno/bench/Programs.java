package okno.bench;

import java.nio.file.Path;
import okno.local.process.Program;
import okno.local.process.ProgramSpec;

/** Starts programs that do not outlive the benchmark, however it ends. */
final class Programs {

    private Programs() {}

    static Program start(ProgramSpec spec, Path runDirectory) throws InterruptedException {
        Program program = Program.startAndAwait(spec, runDirectory);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (program.alive()) {
                program.kill();
            }
        }));
        return program;
    }
}
