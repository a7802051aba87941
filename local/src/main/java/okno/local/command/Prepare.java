package okno.local.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import okno.local.DatabasePreparation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code okno prepare}: what a running stack does besides when it is missing, so that the next first start is short. */
@Command(name = "prepare", description = "Prepare the database that a start on empty data copies.")
public final class Prepare implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() throws IOException {
        DatabasePreparation.run(place.layout());
        return 0;
    }
}
