package okno.planted.bad.domain;

import org.springframework.jdbc.core.simple.JdbcClient;

public record ImpureRule(JdbcClient jdbc) {}
