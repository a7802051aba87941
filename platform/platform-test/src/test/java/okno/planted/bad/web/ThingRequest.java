package okno.planted.bad.web;

class ThingRequest {}
