package okno.planted.bad.unmarked;

class Unmarked {}
