package okno.local.command;

import java.nio.file.Path;
import okno.local.machine.Layout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the stack lives: an option that every command has. */
final class Place {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help")
    boolean help;

    @Option(names = "--dir", paramLabel = "DIR", description = "Data, secrets and logs of the stack (default: .okno)")
    @Nullable
    Path dir;

    Layout layout() {
        return dir == null ? Layout.usual() : Layout.at(dir);
    }
}
