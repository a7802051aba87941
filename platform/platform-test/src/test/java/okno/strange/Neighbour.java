package okno.strange;

public class Neighbour {}
