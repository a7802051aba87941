package okno.local.command;

import java.util.concurrent.Callable;
import okno.local.Logins;
import okno.local.RunningStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code okno token}: an access token for calls by hand, five minutes good. */
@Command(name = "token", description = "Print an access token of a demo user or of a machine, five minutes good.")
public final class Token implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Parameters(
            paramLabel = "WHO",
            defaultValue = "citizen",
            description = "citizen (default), citizen2, head, officer, admin; agency-fns or a service's name")
    private String who = "citizen";

    @Override
    public Integer call() {
        Logins logins = RunningStack.of(place.layout()).logins();
        boolean machine = who.contains("-") || who.equals("gateway");
        System.out.println(machine ? logins.clientToken(who) : logins.accessToken(who));
        return 0;
    }
}
