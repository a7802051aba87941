package okno.application.registercheck;

import java.time.Clock;
import java.util.UUID;
import okno.application.registercheck.persistence.RegisterCheckRows;
import okno.application.task.TaskWorker;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Makes the checks that were put off; one waits until its register has answered. */
@Component
@EnableConfigurationProperties(RegisterCheckProperties.class)
class RegisterCheckWorker extends TaskWorker {

    private final MakePostponedCheck makePostponedCheck;

    RegisterCheckWorker(
            RegisterCheckRows rows,
            MakePostponedCheck makePostponedCheck,
            RegisterCheckProperties properties,
            Clock clock) {
        super("register-check-worker", rows, properties.pace(), clock);
        this.makePostponedCheck = makePostponedCheck;
    }

    @Override
    protected void handle(UUID id) {
        makePostponedCheck.handle(id);
    }
}
