package okno.application.appeal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import okno.application.appeal.domain.Appeal;
import okno.application.appeal.persistence.Appeals;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.persistence.Papers;
import org.springframework.stereotype.Component;

/** The files of complaints, for whoever may read these. */
@Component
public class AppealFiles {

    private final Appeals appeals;
    private final Papers papers;

    AppealFiles(Appeals appeals, Papers papers) {
        this.appeals = appeals;
        this.papers = papers;
    }

    /** By complaint; one without files is not named. */
    public Map<UUID, List<Paper>> of(List<Appeal> shown) {
        Map<UUID, List<UUID>> ids = appeals.files(shown.stream().map(Appeal::id).toList());
        Map<UUID, Paper> found = papers
                .find(ids.values().stream().flatMap(List::stream).toList())
                .stream()
                .collect(Collectors.toMap(Paper::id, Function.identity()));
        return ids.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                .map(found::get)
                .toList()));
    }
}
