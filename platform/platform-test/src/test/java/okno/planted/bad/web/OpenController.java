package okno.planted.bad.web;

import okno.planted.bad.persistence.Rows;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OpenController {

    private final Rows rows = new Rows();

    @GetMapping
    @Transactional
    public Rows all() {
        return rows;
    }
}
