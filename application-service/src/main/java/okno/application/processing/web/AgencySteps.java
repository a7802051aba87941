package okno.application.processing.web;

import okno.application.processing.AssignOfficer;
import okno.application.processing.ChangeStatus;
import okno.application.processing.DecideApplication;
import okno.application.processing.RequestInformation;
import org.springframework.stereotype.Component;

/** The verbs that answer with the application. */
@Component
record AgencySteps(
        AssignOfficer assign,
        ChangeStatus changeStatus,
        RequestInformation requestInformation,
        DecideApplication decide) {}
