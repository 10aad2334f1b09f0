<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>DashboardSettingsPage</name>
    <message>
        <source>“From” is no time, such as now-1h</source>
        <translation>„Von“ ist keine Zeit wie now-1h</translation>
    </message>
    <message>
        <source>“To” is no time, such as now</source>
        <translation>„Bis“ ist keine Zeit wie now</translation>
    </message>
    <message>
        <source>It ends before it begins</source>
        <translation>Er endet, bevor er beginnt</translation>
    </message>
</context>
<context>
    <name>OptionsReader</name>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version anzeigen.</translation>
    </message>
    <message>
        <source>address:port</source>
        <translation>Adresse:Port</translation>
    </message>
    <message>
        <source>naming</source>
        <translation>Benennung</translation>
    </message>
    <message>
        <source>What happens: steady, burst, slow-actions, cache-thrash, dead-letters or incident.</source>
        <translation>Was geschieht: steady, burst, slow-actions, cache-thrash, dead-letters oder incident.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Time before the first incident.</source>
        <translation>Zeit bis zur ersten Störung.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Length of an incident.</source>
        <translation>Dauer einer Störung.</translation>
    </message>
    <message>
        <source>Time between two incidents.</source>
        <translation>Zeit zwischen zwei Störungen.</translation>
    </message>
    <message>
        <source>Folder for checkpoints; by default one in the user&apos;s cache folder.</source>
        <translation>Ordner für Prüfpunkte; ohne Angabe einer im Cache-Ordner des Benutzers.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Start of the random numbers.</source>
        <translation>Startwert der Zufallszahlen.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Switch the instrumentation off.</source>
        <translation>Die Instrumentierung abschalten.</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>Unerwartetes Argument: %1</translation>
    </message>
    <message>
        <source>--listen wants address:port, e.g. 127.0.0.1:9464 or [::1]:0, not &quot;%1&quot;</source>
        <translation>--listen erwartet Adresse:Port, z. B. 127.0.0.1:9464 oder [::1]:0, nicht „%1“</translation>
    </message>
    <message>
        <source>There is no scenario &quot;%1&quot;</source>
        <translation>Es gibt kein Szenario „%1“</translation>
    </message>
    <message>
        <source>--naming is fraiseql or plain, not &quot;%1&quot;</source>
        <translation>--naming ist fraiseql oder plain, nicht „%1“</translation>
    </message>
    <message>
        <source>--sample-rate wants a number from 0 to 1, not &quot;%1&quot;</source>
        <translation>--sample-rate erwartet eine Zahl von 0 bis 1, nicht „%1“</translation>
    </message>
    <message>
        <source>--seed wants a whole number, not &quot;%1&quot;</source>
        <translation>--seed erwartet eine ganze Zahl, nicht „%1“</translation>
    </message>
    <message>
        <source>--incident-for wants a time above 0</source>
        <translation>--incident-for erwartet eine Zeit über 0</translation>
    </message>
    <message>
        <source>--buckets wants ascending numbers above 0, e.g. 0.001,0.01,0.1, not &quot;%1&quot;</source>
        <translation>--buckets erwartet aufsteigende Zahlen über 0, z. B. 0.001,0.01,0.1, nicht „%1“</translation>
    </message>
    <message>
        <source>Services with metrics, disturbed as you like: an event observer that really works, and models of others.
While it runs, switch with: curl -X POST &apos;http://127.0.0.1:9464/scenario?name=incident&apos;</source>
        <translation>Dienste mit Metriken, nach Belieben gestört: ein Ereignisbeobachter, der wirklich arbeitet, und Modelle anderer.
Im laufenden Betrieb umschalten mit: curl -X POST &apos;http://127.0.0.1:9464/scenario?name=incident&apos;</translation>
    </message>
    <message>
        <source>What runs: fraiseql, plain, allsource-core, allsource-control-plane, allsource (both), streamhouse, sellify, several with commas between them, or all.</source>
        <translation>Was läuft: fraiseql, plain, allsource-core, allsource-control-plane, allsource (beide), streamhouse, sellify, mehrere durch Kommas getrennt oder all für alle.</translation>
    </message>
    <message>
        <source>Where /metrics and the health pages are served; port 0 takes a free one. Of several systems the first; the others follow. By default the port that each system usually has.</source>
        <translation>Wo /metrics und die Zustandsseiten angeboten werden; Port 0 nimmt einen freien. Bei mehreren Systemen das erste; die anderen folgen. Ohne Angabe der Port, den das jeweilige System üblicherweise hat.</translation>
    </message>
    <message>
        <source>Names of the observer&apos;s metrics where --system does not say: fraiseql or plain.</source>
        <translation>Namen der Metriken des Beobachters, wo --system nichts dazu sagt: fraiseql oder plain.</translation>
    </message>
    <message>
        <source>Upper bounds of the observer&apos;s histograms, in the unit of their names.</source>
        <translation>Obergrenzen der Histogramme des Beobachters, in der Einheit ihrer Namen.</translation>
    </message>
    <message>
        <source>Share of observations that reach the observer&apos;s histograms, 0 to 1.</source>
        <translation>Anteil der Beobachtungen, der die Histogramme des Beobachters erreicht, 0 bis 1.</translation>
    </message>
    <message>
        <source>How often the observer&apos;s metrics are also written to metrics.prom in the state folder; 0 for never.</source>
        <translation>Wie oft die Metriken des Beobachters auch in metrics.prom im Zustandsordner geschrieben werden; 0 für nie.</translation>
    </message>
    <message>
        <source>There is no system &quot;%1&quot;</source>
        <translation>Es gibt kein System „%1“</translation>
    </message>
    <message>
        <source>--listen leaves no ports for all systems</source>
        <translation>--listen lässt nicht für alle Systeme Ports übrig</translation>
    </message>
    <message>
        <source>--%1 wants seconds from 0 to 604800, not &quot;%2&quot;</source>
        <translation>--%1 erwartet Sekunden von 0 bis 604800, nicht „%2“</translation>
    </message>
</context>
<context>
    <name>Verb</name>
    <message>
        <source>scrape for a while and write a picture of the dashboard</source>
        <translation>eine Zeit lang abfragen und ein Bild des Dashboards schreiben</translation>
    </message>
    <message>
        <source>scrape for a while and evaluate a PromQL expression</source>
        <translation>eine Zeit lang abfragen und einen PromQL-Ausdruck auswerten</translation>
    </message>
    <message>
        <source>scrape and answer the Prometheus HTTP API</source>
        <translation>abfragen und die HTTP-API von Prometheus beantworten</translation>
    </message>
    <message>
        <source>format a PromQL expression</source>
        <translation>einen PromQL-Ausdruck formatieren</translation>
    </message>
    <message>
        <source>read an exposition and print it as JSON lines</source>
        <translation>eine Exposition lesen und als JSON-Zeilen ausgeben</translation>
    </message>
    <message>
        <source>examine an endpoint, or a page of one, and say what is wrong</source>
        <translation>einen Endpunkt oder eine Seite davon untersuchen und sagen, was nicht stimmt</translation>
    </message>
    <message>
        <source>scrape for a while and write what was exposed last</source>
        <translation>eine Zeit lang abfragen und das zuletzt Ausgegebene schreiben</translation>
    </message>
    <message>
        <source>run tests of PromQL or of rules</source>
        <translation>Tests von PromQL oder von Regeln ausführen</translation>
    </message>
    <message>
        <source>check rule files, or scrape and fail on alerts</source>
        <translation>Regeldateien prüfen, oder abfragen und bei Alarmen scheitern</translation>
    </message>
    <message>
        <source>write down metric names, types, labels and help, and say what drifted</source>
        <translation>Metriknamen, Typen, Labels und Hilfetexte festhalten und Abweichungen nennen</translation>
    </message>
    <message>
        <source>tell how Grafana dashboards would be shown</source>
        <translation>angeben, wie Grafana-Dashboards gezeigt würden</translation>
    </message>
</context>
<context>
    <name>autodashboard</name>
    <message>
        <source>At a glance</source>
        <translation>Auf einen Blick</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Process and runtime</source>
        <translation>Prozess und Laufzeitumgebung</translation>
    </message>
    <message>
        <source>More metrics</source>
        <translation>Weitere Metriken</translation>
    </message>
    <message>
        <source>Unchanged so far</source>
        <translation>Bisher unverändert</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Angaben zum Dienst</translation>
    </message>
    <message>
        <source>Errors, drops and failures</source>
        <translation>Fehler, Verluste und Ausfälle</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Größen</translation>
    </message>
    <message>
        <source>Smaller sizes</source>
        <translation>Kleinere Größen</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Dauern</translation>
    </message>
    <message>
        <source>Smaller durations</source>
        <translation>Kürzere Dauern</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Smaller bytes</source>
        <translation>Weniger Bytes</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Smaller packets</source>
        <translation>Weniger Pakete</translation>
    </message>
    <message>
        <source>Share of time</source>
        <translation>Zeitanteile</translation>
    </message>
    <message>
        <source>Smaller share of time</source>
        <translation>Kleinere Zeitanteile</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Raten</translation>
    </message>
    <message>
        <source>Smaller rates</source>
        <translation>Kleinere Raten</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Smaller values</source>
        <translation>Kleinere Werte</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <extracomment>%1 a title, %2 how many metrics are drawn of %3</extracomment>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>Clock behind ours</source>
        <extracomment>by how much the clock of the watched machine is behind this one&apos;s</extracomment>
        <translation>Rückstand der Uhr</translation>
    </message>
    <message>
        <source>Since %1</source>
        <extracomment>title of an age; %1 is a metric&apos;s name, e.g. &quot;boot time&quot;</extracomment>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>%1 (mean)</source>
        <extracomment>%1 is a metric&apos;s name</extracomment>
        <translation>%1 (Mittel)</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles Übrige</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Began to change</source>
        <extracomment>heading of metrics that had not changed before</extracomment>
        <translation>Ändert sich jetzt</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>instead of a number of errors: there were none in the range shown</extracomment>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>config</name>
    <message>
        <source>alerts are not sent to Alertmanagers</source>
        <translation>Alarme werden nicht an Alertmanager gesendet</translation>
    </message>
    <message>
        <source>it tunes a Prometheus server&apos;s runtime</source>
        <translation>es stellt die Laufzeitumgebung eines Prometheus-Servers ein</translation>
    </message>
    <message>
        <source>it configures a Prometheus server&apos;s storage; how long data is kept is set in the program</source>
        <translation>es stellt den Speicher eines Prometheus-Servers ein; wie lange Daten bleiben, wird im Programm eingestellt</translation>
    </message>
    <message>
        <source>no traces are sent</source>
        <translation>es werden keine Traces gesendet</translation>
    </message>
    <message>
        <source>samples are not sent on</source>
        <translation>Messwerte werden nicht weitergesendet</translation>
    </message>
    <message>
        <source>queries see the samples kept here only</source>
        <translation>Abfragen sehen nur die hier gespeicherten Messwerte</translation>
    </message>
    <message>
        <source>no samples are received by OTLP</source>
        <translation>es werden keine Messwerte über OTLP empfangen</translation>
    </message>
    <message>
        <source>queries are not logged to a file</source>
        <translation>Abfragen werden nicht in eine Datei protokolliert</translation>
    </message>
    <message>
        <source>failed scrapes are not logged to a file</source>
        <translation>fehlgeschlagene Scrapes werden nicht in eine Datei protokolliert</translation>
    </message>
    <message>
        <source>targets that %1 discovery would find are not scraped</source>
        <translation>Ziele, die %1-Discovery fände, werden nicht abgefragt</translation>
    </message>
    <message>
        <source>the environment variable %1 is empty or not set</source>
        <translation>die Umgebungsvariable %1 ist leer oder nicht gesetzt</translation>
    </message>
    <message>
        <source>there is no secret manager to ask for it</source>
        <translation>es gibt keinen Secret-Manager, der danach gefragt werden könnte</translation>
    </message>
    <message>
        <source>no protocols are negotiated in the TLS handshake</source>
        <translation>beim TLS-Handshake werden keine Protokolle ausgehandelt</translation>
    </message>
    <message>
        <source>tokens are asked for by client credentials only</source>
        <translation>Tokens werden nur mit Client Credentials geholt</translation>
    </message>
    <message>
        <source>requests are sent over HTTP/1.1, not HTTP/2</source>
        <translation>Anfragen gehen über HTTP/1.1, nicht über HTTP/2</translation>
    </message>
    <message>
        <source>nothing is asked through a %1 proxy, only through http and https ones: every request fails</source>
        <translation>über einen %1-Proxy wird nichts abgefragt, nur über http- und https-Proxys: jede Anfrage scheitert</translation>
    </message>
</context>
<context>
    <name>dashboards</name>
    <message>
        <source>Action errors by action</source>
        <translation>Aktionsfehler nach Aktion</translation>
    </message>
    <message>
        <source>Action errors by cause</source>
        <translation>Aktionsfehler nach Ursache</translation>
    </message>
    <message>
        <source>Action failure rate</source>
        <translation>Fehlerrate der Aktionen</translation>
    </message>
    <message>
        <source>Action latency p50 / p95 / p99</source>
        <translation>Latenz der Aktionen p50 / p95 / p99</translation>
    </message>
    <message>
        <source>Action latency</source>
        <translation>Latenz der Aktionen</translation>
    </message>
    <message>
        <source>Action success rate</source>
        <translation>Erfolgsrate der Aktionen</translation>
    </message>
    <message>
        <source>Actions by type</source>
        <translation>Aktionen nach Typ</translation>
    </message>
    <message>
        <source>Actions run per second, failed ones included.</source>
        <translation>Ausgeführte Aktionen pro Sekunde, fehlgeschlagene eingeschlossen.</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>An event observer with plain metric names: deduplication, result cache, queue with retries, actions, checkpoints. Durations are in milliseconds.</source>
        <translation>Ein Ereignisbeobachter mit einfachen Metriknamen: Deduplizierung, Ergebniscache, Warteschlange mit Wiederholungen, Aktionen, Prüfpunkte. Dauern in Millisekunden.</translation>
    </message>
    <message>
        <source>Cache and dedup effectiveness</source>
        <translation>Wirksamkeit von Cache und Deduplizierung</translation>
    </message>
    <message>
        <source>Cache hit rate</source>
        <translation>Cache-Trefferquote</translation>
    </message>
    <message>
        <source>Cache lookups and evictions</source>
        <translation>Cache-Zugriffe und -Verdrängungen</translation>
    </message>
    <message>
        <source>Cache lookups</source>
        <translation>Cache-Zugriffe</translation>
    </message>
    <message>
        <source>Cache size</source>
        <translation>Cachegröße</translation>
    </message>
    <message>
        <source>Cache, deduplication, checkpoints</source>
        <translation>Cache, Deduplizierung, Prüfpunkte</translation>
    </message>
    <message>
        <source>Cache, deduplication, dead letters</source>
        <translation>Cache, Deduplizierung, Dead Letters</translation>
    </message>
    <message>
        <source>Checkpoint save time p50 / p99</source>
        <translation>Speicherdauer der Prüfpunkte p50 / p99</translation>
    </message>
    <message>
        <source>Checkpoints saved</source>
        <translation>Gespeicherte Prüfpunkte</translation>
    </message>
    <message>
        <source>Dead letters over time</source>
        <translation>Dead Letters im Zeitverlauf</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>Dead Letters</translation>
    </message>
    <message>
        <source>Deduplication</source>
        <translation>Deduplizierung</translation>
    </message>
    <message>
        <source>Duplicate events detected, and processing cycles saved by skipping them.</source>
        <translation>Erkannte doppelte Ereignisse und die Verarbeitungsdurchläufe, die ihr Überspringen erspart hat.</translation>
    </message>
    <message>
        <source>Duplicates skipped</source>
        <translation>Übersprungene Duplikate</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Error share by action type</source>
        <translation>Fehleranteil nach Aktionstyp</translation>
    </message>
    <message>
        <source>Estimated within buckets; an action type that did not run has no line.</source>
        <translation>Innerhalb der Buckets geschätzt; ein Aktionstyp, der nicht lief, hat keine Linie.</translation>
    </message>
    <message>
        <source>Event processing time p50 / p95 / p99</source>
        <translation>Verarbeitungsdauer der Ereignisse p50 / p95 / p99</translation>
    </message>
    <message>
        <source>Event processing time</source>
        <translation>Verarbeitungsdauer der Ereignisse</translation>
    </message>
    <message>
        <source>Events and actions</source>
        <translation>Ereignisse und Aktionen</translation>
    </message>
    <message>
        <source>Events in flight</source>
        <translation>Ereignisse in Arbeit</translation>
    </message>
    <message>
        <source>Events looked up among the recent ones, and found there.</source>
        <translation>Ereignisse, die unter den jüngsten gesucht und dort gefunden wurden.</translation>
    </message>
    <message>
        <source>Events pass deduplication, a result cache and conditions, then run actions; failures are retried and end in the dead-letter queue.</source>
        <translation>Ereignisse durchlaufen Deduplizierung, Ergebniscache und Bedingungen und führen dann Aktionen aus; Fehlschläge werden wiederholt und enden in der Dead-Letter-Queue.</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Ereignisse pro Sekunde</translation>
    </message>
    <message>
        <source>Events processed and failed</source>
        <translation>Verarbeitete und fehlgeschlagene Ereignisse</translation>
    </message>
    <message>
        <source>Events processed per second, and the actions they caused: succeeded, failed, timed out.</source>
        <translation>Verarbeitete Ereignisse pro Sekunde und die Aktionen, die sie auslösten: erfolgreich, fehlgeschlagen, Zeit überschritten.</translation>
    </message>
    <message>
        <source>Events processed to their end, and failed ones by the cause of their failure.</source>
        <translation>Zu Ende verarbeitete Ereignisse und fehlgeschlagene nach der Ursache ihres Fehlschlags.</translation>
    </message>
    <message>
        <source>Events processed to their end, failed ones included.</source>
        <translation>Zu Ende verarbeitete Ereignisse, fehlgeschlagene eingeschlossen.</translation>
    </message>
    <message>
        <source>Events that workers are busy with.</source>
        <translation>Ereignisse, mit denen Worker gerade beschäftigt sind.</translation>
    </message>
    <message>
        <source>Events waiting in the processing queue.</source>
        <translation>Ereignisse, die in der Verarbeitungswarteschlange warten.</translation>
    </message>
    <message>
        <source>Events waiting in the processing queue; above the line it is backing up.</source>
        <translation>Ereignisse, die in der Verarbeitungswarteschlange warten; oberhalb der Linie staut sie sich.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Failed actions in percent of the actions run. More than 5 % is an incident.</source>
        <translation>Fehlgeschlagene Aktionen in Prozent der ausgeführten. Mehr als 5 % sind eine Störung.</translation>
    </message>
    <message>
        <source>Failed events in percent of the events processed. More than 5 % is an incident.</source>
        <translation>Fehlgeschlagene Ereignisse in Prozent der verarbeiteten. Mehr als 5 % sind eine Störung.</translation>
    </message>
    <message>
        <source>Failed runs in percent of all runs of that action.</source>
        <translation>Fehlgeschlagene Ausführungen in Prozent aller Ausführungen der Aktion.</translation>
    </message>
    <message>
        <source>Failed runs per second by the kind of error, over all action types.</source>
        <translation>Fehlgeschlagene Ausführungen pro Sekunde nach Art des Fehlers, über alle Aktionstypen.</translation>
    </message>
    <message>
        <source>Failed runs per second of each action type, retried ones included.</source>
        <translation>Fehlgeschlagene Ausführungen pro Sekunde je Aktionstyp, wiederholte eingeschlossen.</translation>
    </message>
    <message>
        <source>Failure rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>FraiseQL observer</source>
        <translation>FraiseQL-Beobachter</translation>
    </message>
    <message>
        <source>From an event&apos;s arrival to its end, time in the queue included.</source>
        <translation>Vom Eintreffen eines Ereignisses bis zu seinem Ende, die Zeit in der Warteschlange eingeschlossen.</translation>
    </message>
    <message>
        <source>Hit rates of the result cache and of deduplication in percent.</source>
        <translation>Trefferquoten von Ergebniscache und Deduplizierung in Prozent.</translation>
    </message>
    <message>
        <source>How long actions take: each column is a moment, each cell the actions per second that took so long.</source>
        <translation>Wie lange Aktionen dauern: Jede Spalte ist ein Zeitpunkt, jede Zelle die Aktionen pro Sekunde, die so lange dauerten.</translation>
    </message>
    <message>
        <source>How often the observer went on from a saved checkpoint when it started.</source>
        <translation>Wie oft der Beobachter beim Start von einem gespeicherten Prüfpunkt aus weitermachte.</translation>
    </message>
    <message>
        <source>Items in the dead-letter queue: a rising line means that events are being given up.</source>
        <translation>Einträge in der Dead-Letter-Queue: Eine steigende Linie bedeutet, dass Ereignisse aufgegeben werden.</translation>
    </message>
    <message>
        <source>Items in the dead-letter queue: events given up after all retries.</source>
        <translation>Einträge in der Dead-Letter-Queue: nach allen Wiederholungen aufgegebene Ereignisse.</translation>
    </message>
    <message>
        <source>Jobs moved to the dead-letter queue since the observer started.</source>
        <translation>Seit dem Start des Beobachters in die Dead-Letter-Queue verschobene Aufträge.</translation>
    </message>
    <message>
        <source>Jobs per second: put in, done with, put back for another try, given up.</source>
        <translation>Aufträge pro Sekunde: eingestellt, erledigt, zur Wiederholung zurückgestellt, aufgegeben.</translation>
    </message>
    <message>
        <source>Jobs waiting in the processing queue.</source>
        <translation>Aufträge, die in der Verarbeitungswarteschlange warten.</translation>
    </message>
    <message>
        <source>Jobs waiting in the processing queue; above the line it is backing up.</source>
        <translation>Aufträge, die in der Verarbeitungswarteschlange warten; oberhalb der Linie staut sie sich.</translation>
    </message>
    <message>
        <source>Latency p50 by action type</source>
        <translation>Latenz p50 nach Aktionstyp</translation>
    </message>
    <message>
        <source>Latency p95 by action type</source>
        <translation>Latenz p95 nach Aktionstyp</translation>
    </message>
    <message>
        <source>Latency p99 by action type</source>
        <translation>Latenz p99 nach Aktionstyp</translation>
    </message>
    <message>
        <source>Latency p99 by action type, now</source>
        <translation>Latenz p99 nach Aktionstyp, aktuell</translation>
    </message>
    <message>
        <source>Lookups that the result cache answered or not.</source>
        <translation>Zugriffe, die der Ergebniscache beantwortet hat oder nicht.</translation>
    </message>
    <message>
        <source>Lookups the result cache answered or not, and entries it dropped to make room.</source>
        <translation>Zugriffe, die der Ergebniscache beantwortet hat oder nicht, und Einträge, die er verworfen hat, um Platz zu schaffen.</translation>
    </message>
    <message>
        <source>Memory that the result cache takes.</source>
        <translation>Speicher, den der Ergebniscache belegt.</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>Beobachter</translation>
    </message>
    <message>
        <source>Of the last minute: checkpoints are rare.</source>
        <translation>Der letzten Minute: Prüfpunkte sind selten.</translation>
    </message>
    <message>
        <source>Over all action types. Quantiles are estimated within buckets.</source>
        <translation>Über alle Aktionstypen. Quantile sind innerhalb der Buckets geschätzt.</translation>
    </message>
    <message>
        <source>Quantiles are estimated within buckets.</source>
        <translation>Quantile sind innerhalb der Buckets geschätzt.</translation>
    </message>
    <message>
        <source>Quantiles are estimated within buckets; the last bucket bounds what can be seen.</source>
        <translation>Quantile sind innerhalb der Buckets geschätzt; der letzte Bucket begrenzt, was zu sehen ist.</translation>
    </message>
    <message>
        <source>Queue backlog</source>
        <translation>Rückstau der Warteschlange</translation>
    </message>
    <message>
        <source>Queue depth over time</source>
        <translation>Warteschlangentiefe im Zeitverlauf</translation>
    </message>
    <message>
        <source>Queue depth</source>
        <translation>Warteschlangentiefe</translation>
    </message>
    <message>
        <source>Queue in and out</source>
        <translation>Zu- und Abgänge der Warteschlange</translation>
    </message>
    <message>
        <source>Share of events that were duplicates and cost no processing.</source>
        <translation>Anteil der Ereignisse, die Duplikate waren und keine Verarbeitung kosteten.</translation>
    </message>
    <message>
        <source>Share of lookups that the result cache answered. Above 80 % is expected for repeated events.</source>
        <translation>Anteil der Zugriffe, die der Ergebniscache beantwortet hat. Für wiederholte Ereignisse werden mehr als 80 % erwartet.</translation>
    </message>
    <message>
        <source>Since the observer started.</source>
        <translation>Seit dem Start des Beobachters.</translation>
    </message>
    <message>
        <source>Starts from a checkpoint</source>
        <translation>Starts von einem Prüfpunkt</translation>
    </message>
    <message>
        <source>Succeeded actions in percent of the actions run.</source>
        <translation>Erfolgreiche Aktionen in Prozent der ausgeführten.</translation>
    </message>
    <message>
        <source>The slowest one in a hundred runs of each action type at the moment.</source>
        <translation>Die derzeit langsamste von hundert Ausführungen je Aktionstyp.</translation>
    </message>
    <message>
        <source>cache hits</source>
        <translation>Cache-Treffer</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>cycles saved</source>
        <translation>ersparte Durchläufe</translation>
    </message>
    <message>
        <source>dead letters</source>
        <translation>Dead Letters</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>erkannt</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>enqueued</source>
        <translation>eingestellt</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>evictions</source>
        <translation>Verdrängungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>hit rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>misses</source>
        <translation>Fehlzugriffe</translation>
    </message>
    <message>
        <source>processed</source>
        <translation>verarbeitet</translation>
    </message>
    <message>
        <source>recoveries</source>
        <translation>Wiederaufnahmen</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>saves</source>
        <translation>Speicherungen</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit überschritten</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>.NET runtime</source>
        <translation>.NET-Laufzeit</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>95 % of validations are faster.</source>
        <translation>95 % der Validierungen sind schneller.</translation>
    </message>
    <message>
        <source>A Java program as Prometheus&apos; own client library tells of it.</source>
        <translation>Ein Java-Programm, wie die Clientbibliothek von Prometheus es zeigt.</translation>
    </message>
    <message>
        <source>A Java service as Micrometer (Spring Boot, Quarkus, Micronaut) tells of it: HTTP, heap, garbage collection, threads, pools.</source>
        <translation>Ein Java-Dienst, wie Micrometer (Spring Boot, Quarkus, Micronaut) ihn zeigt: HTTP, Heap, Garbage Collection, Threads, Pools.</translation>
    </message>
    <message>
        <source>A Prometheus server: what it takes in, what it answers, its store and its rules.</source>
        <translation>Ein Prometheus-Server: was er aufnimmt, was er beantwortet, seine Datenbank und seine Regeln.</translation>
    </message>
    <message>
        <source>A Redis server through the redis exporter: commands, memory, keys, persistence, replication.</source>
        <translation>Ein Redis-Server über den redis exporter: Befehle, Speicher, Schlüssel, Persistenz, Replikation.</translation>
    </message>
    <message>
        <source>A database server through the postgres exporter: connections, transactions, cache, locks, replication.</source>
        <translation>Ein Datenbankserver über den postgres exporter: Verbindungen, Transaktionen, Cache, Sperren, Replikation.</translation>
    </message>
    <message>
        <source>A file system can run out of inodes before it is full.</source>
        <translation>Einem Dateisystem können die Inodes ausgehen, bevor es voll ist.</translation>
    </message>
    <message>
        <source>A growing old space is what leaks.</source>
        <translation>Wächst der Old Space, liegt dort das Speicherleck.</translation>
    </message>
    <message>
        <source>A machine: CPU, memory, disks, network, as the node exporter tells of it.</source>
        <translation>Ein Rechner: CPU, Arbeitsspeicher, Datenträger, Netzwerk, wie der node exporter sie zeigt.</translation>
    </message>
    <message>
        <source>A number that only grows is a class loader leak.</source>
        <translation>Eine Zahl, die nur wächst, ist ein Classloader-Leck.</translation>
    </message>
    <message>
        <source>A number that only grows is a leak.</source>
        <translation>Eine Zahl, die nur wächst, ist ein Leck.</translation>
    </message>
    <message>
        <source>A page that shrinks may be an error page.</source>
        <translation>Eine Seite, die schrumpft, kann eine Fehlerseite sein.</translation>
    </message>
    <message>
        <source>A sawtooth is a container that keeps restarting.</source>
        <translation>Ein Sägezahn ist ein Container, der immer wieder neu startet.</translation>
    </message>
    <message>
        <source>A step down is an agent that has gone.</source>
        <translation>Eine Stufe nach unten ist ein Agent, der weggefallen ist.</translation>
    </message>
    <message>
        <source>A streaming log on object storage: producers and consumers, segments in S3, a cache before them. This is the overview; producers, consumers, storage and cache have dashboards of their own.</source>
        <translation>Ein Streaming-Log auf Objektspeicher: Producer und Consumer, Segmente in S3, davor ein Cache. Dies ist die Übersicht; Producer, Consumer, Speicher und Cache haben eigene Dashboards.</translation>
    </message>
    <message>
        <source>A web server through the nginx exporter: requests, connections.</source>
        <translation>Ein Webserver über den nginx exporter: Anfragen, Verbindungen.</translation>
    </message>
    <message>
        <source>AI generation time p50 / p95 / p99</source>
        <translation>KI-Generierungsdauer p50 / p95 / p99</translation>
    </message>
    <message>
        <source>AI generation time</source>
        <translation>KI-Generierungsdauer</translation>
    </message>
    <message>
        <source>AI generation time, distribution</source>
        <translation>KI-Generierungsdauer, Verteilung</translation>
    </message>
    <message>
        <source>AI requests by status</source>
        <translation>KI-Anfragen nach Status</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>KI</translation>
    </message>
    <message>
        <source>API errors</source>
        <translation>API-Fehler</translation>
    </message>
    <message>
        <source>API latency p50 / p95 / p99</source>
        <translation>API-Latenz p50 / p95 / p99</translation>
    </message>
    <message>
        <source>API latency p95</source>
        <translation>API-Latenz p95</translation>
    </message>
    <message>
        <source>API server and storage</source>
        <translation>API-Server und Datenspeicher</translation>
    </message>
    <message>
        <source>About the exporter</source>
        <translation>Über den Exporter</translation>
    </message>
    <message>
        <source>Above 1 processes wait for a core.</source>
        <translation>Über 1 warten Prozesse auf einen Kern.</translation>
    </message>
    <message>
        <source>Above the line HighIngestionLatency fires.</source>
        <translation>Oberhalb der Linie wird HighIngestionLatency ausgelöst.</translation>
    </message>
    <message>
        <source>Accepted but not handled, per second over five minutes: nginx is out of connections or files.</source>
        <translation>Angenommen, aber nicht bearbeitet, pro Sekunde über fünf Minuten: nginx gehen Verbindungen oder Dateien aus.</translation>
    </message>
    <message>
        <source>Active connections</source>
        <translation>Aktive Verbindungen</translation>
    </message>
    <message>
        <source>Active ones, and those that have not been dropped yet.</source>
        <translation>Aktive und solche, die noch nicht verworfen wurden.</translation>
    </message>
    <message>
        <source>Address space: large is normal, growing is not.</source>
        <translation>Adressraum: groß ist normal, wachsend nicht.</translation>
    </message>
    <message>
        <source>Age by job</source>
        <translation>Alter nach Job</translation>
    </message>
    <message>
        <source>Agents over time</source>
        <translation>Agenten im Zeitverlauf</translation>
    </message>
    <message>
        <source>Agents that serve at the moment.</source>
        <translation>Agenten, die derzeit im Dienst sind.</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Alerts sent</source>
        <translation>Gesendete Alarme</translation>
    </message>
    <message>
        <source>All databases.</source>
        <translation>Alle Datenbanken.</translation>
    </message>
    <message>
        <source>All threads of the JVM.</source>
        <translation>Alle Threads der JVM.</translation>
    </message>
    <message>
        <source>AllSource</source>
        <translation>AllSource</translation>
    </message>
    <message>
        <source>Allocated and promoted</source>
        <translation>Alloziert und übernommen</translation>
    </message>
    <message>
        <source>Allocation rate</source>
        <translation>Allokationsrate</translation>
    </message>
    <message>
        <source>Allocations</source>
        <translation>Allokationen</translation>
    </message>
    <message>
        <source>An assistant that answers customers: its decisions, the quota it may use, how the AI and the HTTP API do.</source>
        <translation>Ein Assistent, der Kunden antwortet: seine Entscheidungen, sein Kontingent, der Zustand von KI und HTTP-API.</translation>
    </message>
    <message>
        <source>Answers checked per second, by the result.</source>
        <translation>Geprüfte Antworten pro Sekunde nach Ergebnis.</translation>
    </message>
    <message>
        <source>Answers with forbidden words per second.</source>
        <translation>Antworten mit verbotenen Wörtern pro Sekunde.</translation>
    </message>
    <message>
        <source>As the operating system counts them.</source>
        <translation>Wie das Betriebssystem sie zählt.</translation>
    </message>
    <message>
        <source>At 10 GB the store is called full.</source>
        <translation>Ab 10 GB gilt der Datenspeicher als voll.</translation>
    </message>
    <message>
        <source>At the last scrape.</source>
        <translation>Bei der letzten Abfrage.</translation>
    </message>
    <message>
        <source>At the limit queries wait.</source>
        <translation>Am Limit müssen Abfragen warten.</translation>
    </message>
    <message>
        <source>At the moment of the scrape.</source>
        <translation>Zum Zeitpunkt der Abfrage.</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Audit-Log</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>Batch size by topic</source>
        <translation>Batchgröße nach Topic</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Bits of randomness that the kernel has.</source>
        <translation>Zufallsbits, die der Kernel hat.</translation>
    </message>
    <message>
        <source>Blocked ones wait for a list or stream.</source>
        <translation>Blockierte warten auf eine Liste oder einen Stream.</translation>
    </message>
    <message>
        <source>Blocks on disk</source>
        <translation>Blöcke auf dem Datenträger</translation>
    </message>
    <message>
        <source>Both are gauges in spite of their names.</source>
        <translation>Beide sind trotz ihrer Namen Gauges.</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Buffers written</source>
        <translation>Geschriebene Puffer</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>Busiest disk</source>
        <translation>Meistbeschäftigter Datenträger</translation>
    </message>
    <message>
        <source>By kind of operation.</source>
        <translation>Nach Art der Operation.</translation>
    </message>
    <message>
        <source>By service discovery, and after relabelling.</source>
        <translation>Von der Service Discovery gefunden und nach dem Relabeling.</translation>
    </message>
    <message>
        <source>By what the time is spent on.</source>
        <translation>Danach, wofür die Zeit aufgewendet wird.</translation>
    </message>
    <message>
        <source>Bytes by topic</source>
        <translation>Bytes nach Topic</translation>
    </message>
    <message>
        <source>Bytes in spans that hold objects.</source>
        <translation>Bytes in Spans, die Objekte enthalten.</translation>
    </message>
    <message>
        <source>Bytes per second of the process.</source>
        <translation>Bytes pro Sekunde des Prozesses.</translation>
    </message>
    <message>
        <source>Bytes per second over all topics.</source>
        <translation>Bytes pro Sekunde über alle Topics.</translation>
    </message>
    <message>
        <source>Bytes per second that compaction saves.</source>
        <translation>Bytes pro Sekunde, die die Kompaktierung einspart.</translation>
    </message>
    <message>
        <source>Bytes per second.</source>
        <translation>Bytes pro Sekunde.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>CPU by class</source>
        <translation>CPU nach Klasse</translation>
    </message>
    <message>
        <source>CPU by container</source>
        <translation>CPU nach Container</translation>
    </message>
    <message>
        <source>CPU by mode</source>
        <translation>CPU nach Modus</translation>
    </message>
    <message>
        <source>CPU over time</source>
        <translation>CPU im Zeitverlauf</translation>
    </message>
    <message>
        <source>CPU pressure</source>
        <translation>CPU-Druck</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Cache hits by database</source>
        <translation>Cache-Treffer nach Datenbank</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Cache-Treffer</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Changes since the last save</source>
        <translation>Änderungen seit der letzten Speicherung</translation>
    </message>
    <message>
        <source>Checkpoints and replication</source>
        <translation>Prüfpunkte und Replikation</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Prüfpunkte</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Classes, compiled code, threads.</source>
        <translation>Klassen, kompilierter Code, Threads.</translation>
    </message>
    <message>
        <source>Clients and network</source>
        <translation>Clients und Netzwerk</translation>
    </message>
    <message>
        <source>Clients over time</source>
        <translation>Clients im Zeitverlauf</translation>
    </message>
    <message>
        <source>Clients that are connected.</source>
        <translation>Verbundene Clients.</translation>
    </message>
    <message>
        <source>Clients that listen for events.</source>
        <translation>Clients, die auf Ereignisse lauschen.</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Clock offset</source>
        <translation>Abweichung der Uhr</translation>
    </message>
    <message>
        <source>Collections by generation</source>
        <translation>Collections nach Generation</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Collections</translation>
    </message>
    <message>
        <source>Commands by name</source>
        <translation>Befehle nach Name</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Committed per second.</source>
        <translation>Mit Commit abgeschlossene pro Sekunde.</translation>
    </message>
    <message>
        <source>Compaction and snapshot time</source>
        <translation>Dauer von Kompaktierung und Snapshots</translation>
    </message>
    <message>
        <source>Compaction merges Parquet files; checkpoints end WAL segments.</source>
        <translation>Die Kompaktierung führt Parquet-Dateien zusammen; Prüfpunkte beenden WAL-Segmente.</translation>
    </message>
    <message>
        <source>Compaction</source>
        <translation>Kompaktierung</translation>
    </message>
    <message>
        <source>Compactions</source>
        <translation>Kompaktierungen</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Connected ones.</source>
        <translation>Verbundene.</translation>
    </message>
    <message>
        <source>Connection pool</source>
        <translation>Verbindungspool</translation>
    </message>
    <message>
        <source>Connection tracking</source>
        <translation>Verbindungsverfolgung</translation>
    </message>
    <message>
        <source>Connections by state</source>
        <translation>Verbindungen nach Zustand</translation>
    </message>
    <message>
        <source>Connections per second that a program did not take in time.</source>
        <translation>Verbindungen pro Sekunde, die ein Programm nicht rechtzeitig angenommen hat.</translation>
    </message>
    <message>
        <source>Connections per second</source>
        <translation>Verbindungen pro Sekunde</translation>
    </message>
    <message>
        <source>Connections refused in the last hour, because of maxclients.</source>
        <translation>In der letzten Stunde wegen maxclients abgewiesene Verbindungen.</translation>
    </message>
    <message>
        <source>Connections with a request under way.</source>
        <translation>Verbindungen mit laufender Anfrage.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Consumed</source>
        <translation>Konsumiert</translation>
    </message>
    <message>
        <source>Container runtime</source>
        <translation>Container-Laufzeit</translation>
    </message>
    <message>
        <source>Containers killed for want of memory, within the last hour.</source>
        <translation>In der letzten Stunde wegen Speichermangels beendete Container.</translation>
    </message>
    <message>
        <source>Containers of Kubernetes or Docker as cAdvisor tells of them: CPU and throttling, memory and its limits, network, disks.</source>
        <translation>Container von Kubernetes oder Docker, wie cAdvisor sie zeigt: CPU und Drosselung, Speicher und seine Limits, Netzwerk, Datenträger.</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Context switches and interrupts</source>
        <translation>Kontextwechsel und Interrupts</translation>
    </message>
    <message>
        <source>Control group operations p99</source>
        <translation>Control-Group-Operationen p99</translation>
    </message>
    <message>
        <source>Control plane latency p50 / p95 / p99</source>
        <translation>Latenz der Control Plane p50 / p95 / p99</translation>
    </message>
    <message>
        <source>Control plane requests</source>
        <translation>Anfragen an die Control Plane</translation>
    </message>
    <message>
        <source>Control plane</source>
        <translation>Control Plane</translation>
    </message>
    <message>
        <source>Conversations by state</source>
        <translation>Gespräche nach Zustand</translation>
    </message>
    <message>
        <source>Conversations, API and audit</source>
        <translation>Gespräche, API und Audit</translation>
    </message>
    <message>
        <source>Cores that are busy on this machine.</source>
        <translation>Ausgelastete Kerne auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Cores that are busy with this process.</source>
        <translation>Kerne, die dieser Prozess auslastet.</translation>
    </message>
    <message>
        <source>Cores, of the ten busiest.</source>
        <translation>Kerne, der zehn mit der höchsten Last.</translation>
    </message>
    <message>
        <source>Creating, updating and destroying them.</source>
        <translation>Ihr Anlegen, Ändern und Entfernen.</translation>
    </message>
    <message>
        <source>DNS {{phase}}</source>
        <translation>DNS {{phase}}</translation>
    </message>
    <message>
        <source>Database connections of HikariCP.</source>
        <translation>Datenbankverbindungen von HikariCP.</translation>
    </message>
    <message>
        <source>Database sizes</source>
        <translation>Datenbankgrößen</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>Tote Zeilen</translation>
    </message>
    <message>
        <source>Deadlocked</source>
        <translation>Im Deadlock</translation>
    </message>
    <message>
        <source>Deadlocks and conflicts</source>
        <translation>Deadlocks und Konflikte</translation>
    </message>
    <message>
        <source>Deadlocks</source>
        <translation>Deadlocks</translation>
    </message>
    <message>
        <source>Decision distribution</source>
        <translation>Verteilung der Entscheidungen</translation>
    </message>
    <message>
        <source>Decisions by action</source>
        <translation>Entscheidungen nach Aktion</translation>
    </message>
    <message>
        <source>Decisions of the last hour by what was done.</source>
        <translation>Entscheidungen der letzten Stunde nach ausgeführter Aktion.</translation>
    </message>
    <message>
        <source>Decisions per second.</source>
        <translation>Entscheidungen pro Sekunde.</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Direct and mapped byte buffers, off the heap.</source>
        <translation>Direkte und eingeblendete Bytepuffer außerhalb des Heaps.</translation>
    </message>
    <message>
        <source>Disk throughput</source>
        <translation>Datenträgerdurchsatz</translation>
    </message>
    <message>
        <source>Disks and processes</source>
        <translation>Datenträger und Prozesse</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Duration over time</source>
        <translation>Dauer im Zeitverlauf</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Each column is a moment, each cell the generations per second that took so long.</source>
        <translation>Jede Spalte ist ein Zeitpunkt, jede Zelle die Generierungen pro Sekunde, die so lange dauerten.</translation>
    </message>
    <message>
        <source>Each column is a moment, each cell the records per second that took so long.</source>
        <translation>Jede Spalte ist ein Zeitpunkt, jede Zelle die Datensätze pro Sekunde, die so lange dauerten.</translation>
    </message>
    <message>
        <source>Each column is a moment, each cell the requests per second that took so long.</source>
        <translation>Jede Spalte ist ein Zeitpunkt, jede Zelle die Anfragen pro Sekunde, die so lange dauerten.</translation>
    </message>
    <message>
        <source>Entries written per second.</source>
        <translation>Geschriebene Einträge pro Sekunde.</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Error share by operation</source>
        <translation>Fehleranteil nach Operation</translation>
    </message>
    <message>
        <source>Errors and drops</source>
        <translation>Fehler und verworfene Pakete</translation>
    </message>
    <message>
        <source>Errors by group</source>
        <translation>Fehler nach Gruppe</translation>
    </message>
    <message>
        <source>Errors by operation</source>
        <translation>Fehler nach Operation</translation>
    </message>
    <message>
        <source>Errors by topic</source>
        <translation>Fehler nach Topic</translation>
    </message>
    <message>
        <source>Errors by type</source>
        <translation>Fehler nach Typ</translation>
    </message>
    <message>
        <source>Errors per record written, over five minutes.</source>
        <translation>Fehler je geschriebenem Datensatz, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Errors per second of all kinds.</source>
        <translation>Fehler aller Art pro Sekunde.</translation>
    </message>
    <message>
        <source>Errors per second of each projection.</source>
        <translation>Fehler pro Sekunde je Projektion.</translation>
    </message>
    <message>
        <source>Errors per second.</source>
        <translation>Fehler pro Sekunde.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Estimated within buckets, over all operations.</source>
        <translation>Innerhalb der Buckets geschätzt, über alle Operationen.</translation>
    </message>
    <message>
        <source>Estimated within buckets, over all topics.</source>
        <translation>Innerhalb der Buckets geschätzt, über alle Topics.</translation>
    </message>
    <message>
        <source>Estimated within buckets, over all types of queries.</source>
        <translation>Innerhalb der Buckets geschätzt, über alle Abfragetypen.</translation>
    </message>
    <message>
        <source>Estimated within buckets.</source>
        <translation>Innerhalb der Buckets geschätzt.</translation>
    </message>
    <message>
        <source>Estimates of the runtime.</source>
        <translation>Schätzungen der Laufzeitumgebung.</translation>
    </message>
    <message>
        <source>Evaluations per second that failed, over five minutes.</source>
        <translation>Fehlgeschlagene Auswertungen pro Sekunde, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Event loop lag over time</source>
        <translation>Verzögerung der Event-Loop im Zeitverlauf</translation>
    </message>
    <message>
        <source>Event loop, heap and garbage collection of a Node.js program.</source>
        <translation>Event-Loop, Heap und Garbage Collection eines Node.js-Programms.</translation>
    </message>
    <message>
        <source>Events by node</source>
        <translation>Ereignisse nach Knoten</translation>
    </message>
    <message>
        <source>Events in the store.</source>
        <translation>Ereignisse im Datenspeicher.</translation>
    </message>
    <message>
        <source>Events per second of each type.</source>
        <translation>Ereignisse pro Sekunde je Typ.</translation>
    </message>
    <message>
        <source>Events per second that each projection has taken in.</source>
        <translation>Ereignisse pro Sekunde, die jede Projektion aufgenommen hat.</translation>
    </message>
    <message>
        <source>Events per second through each pipeline.</source>
        <translation>Ereignisse pro Sekunde durch jede Pipeline.</translation>
    </message>
    <message>
        <source>Events replayed per second.</source>
        <translation>Beim Replay abgespielte Ereignisse pro Sekunde.</translation>
    </message>
    <message>
        <source>Events taken in per second at the moment.</source>
        <translation>Derzeit aufgenommene Ereignisse pro Sekunde.</translation>
    </message>
    <message>
        <source>Events taken in per second, and those that could not be.</source>
        <translation>Aufgenommene Ereignisse pro Sekunde und solche, bei denen das misslang.</translation>
    </message>
    <message>
        <source>Events taken in per second, over the last five minutes.</source>
        <translation>Aufgenommene Ereignisse pro Sekunde, über die letzten fünf Minuten.</translation>
    </message>
    <message>
        <source>Events that could not be taken in, per second, over five minutes. More than one in 100 seconds is an alert.</source>
        <translation>Ereignisse, die nicht aufgenommen werden konnten, pro Sekunde, über fünf Minuten. Mehr als eines in 100 Sekunden ist ein Alarm.</translation>
    </message>
    <message>
        <source>Events that each node has, as the control plane sees it; a gauge in spite of its name.</source>
        <translation>Ereignisse je Knoten, wie die Control Plane sie sieht; trotz des Namens ein Gauge.</translation>
    </message>
    <message>
        <source>Every group reads every record: with several groups more is read than written.</source>
        <translation>Jede Gruppe liest jeden Datensatz: Bei mehreren Gruppen wird mehr gelesen als geschrieben.</translation>
    </message>
    <message>
        <source>Evicted</source>
        <translation>Verdrängt</translation>
    </message>
    <message>
        <source>Evictions</source>
        <translation>Verdrängte Pods</translation>
    </message>
    <message>
        <source>Exceptions by type</source>
        <translation>Exceptions nach Typ</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>Failed operations</source>
        <translation>Fehlgeschlagene Operationen</translation>
    </message>
    <message>
        <source>Failed pushes</source>
        <translation>Fehlgeschlagene Pushes</translation>
    </message>
    <message>
        <source>Failed requests of all.</source>
        <translation>Anteil fehlgeschlagener Anfragen an allen.</translation>
    </message>
    <message>
        <source>Failed rules</source>
        <translation>Fehlgeschlagene Regeln</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failing collectors</source>
        <translation>Gescheiterte Collectors</translation>
    </message>
    <message>
        <source>Far more scanned than fetched may be a missing index.</source>
        <translation>Weit mehr durchsuchte als geholte Zeilen können auf einen fehlenden Index hinweisen.</translation>
    </message>
    <message>
        <source>File descriptors</source>
        <translation>Dateideskriptoren</translation>
    </message>
    <message>
        <source>File handles of the kernel.</source>
        <translation>Datei-Handles des Kernels.</translation>
    </message>
    <message>
        <source>File systems</source>
        <translation>Dateisysteme</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files, sockets and pipes.</source>
        <translation>Dateien, Sockets und Pipes.</translation>
    </message>
    <message>
        <source>Forbidden words</source>
        <translation>Verbotene Wörter</translation>
    </message>
    <message>
        <source>Fragmentation</source>
        <translation>Fragmentierung</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Freier Platz</translation>
    </message>
    <message>
        <source>From arrival to storage, mean of the last five minutes.</source>
        <translation>Vom Eintreffen bis zur Speicherung, Mittel der letzten fünf Minuten.</translation>
    </message>
    <message>
        <source>From beginning to end.</source>
        <translation>Von Anfang bis Ende.</translation>
    </message>
    <message>
        <source>From being told of a pod to its containers running.</source>
        <translation>Vom Auftrag für einen Pod, bis seine Container laufen.</translation>
    </message>
    <message>
        <source>From record to acknowledgement.</source>
        <translation>Vom Datensatz bis zur Bestätigung.</translation>
    </message>
    <message>
        <source>Fullest disk</source>
        <translation>Vollster Datenträger</translation>
    </message>
    <message>
        <source>GC cycles</source>
        <translation>GC-Zyklen</translation>
    </message>
    <message>
        <source>GC heap by generation</source>
        <translation>GC-Heap nach Generation</translation>
    </message>
    <message>
        <source>GC limits</source>
        <translation>GC-Limits</translation>
    </message>
    <message>
        <source>GC pauses</source>
        <translation>GC-Pausen</translation>
    </message>
    <message>
        <source>GOMEMLIMIT</source>
        <translation>GOMEMLIMIT</translation>
    </message>
    <message>
        <source>Garbage collection of a Python program, and its process.</source>
        <translation>Garbage Collection eines Python-Programms und sein Prozess.</translation>
    </message>
    <message>
        <source>Garbage collection, thread pool, exceptions and locks of a .NET program.</source>
        <translation>Garbage Collection, Threadpool, Exceptions und Sperren eines .NET-Programms.</translation>
    </message>
    <message>
        <source>Garbage collections</source>
        <translation>Garbage Collections</translation>
    </message>
    <message>
        <source>Go heap</source>
        <translation>Go-Heap</translation>
    </message>
    <message>
        <source>Go runtime</source>
        <translation>Go-Laufzeit</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Goroutines and threads</source>
        <translation>Goroutinen und Threads</translation>
    </message>
    <message>
        <source>Goroutines</source>
        <translation>Goroutinen</translation>
    </message>
    <message>
        <source>Goroutines, heap and garbage collection of a Go program.</source>
        <translation>Goroutinen, Heap und Garbage Collection eines Go-Programms.</translation>
    </message>
    <message>
        <source>Groups whose last push was refused.</source>
        <translation>Gruppen, deren letzter Push abgelehnt wurde.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>HTTP error share</source>
        <translation>HTTP-Fehleranteil</translation>
    </message>
    <message>
        <source>HTTP errors</source>
        <translation>HTTP-Fehler</translation>
    </message>
    <message>
        <source>HTTP latency p90 by handler</source>
        <translation>HTTP-Latenz p90 nach Handler</translation>
    </message>
    <message>
        <source>HTTP latency p95 by endpoint</source>
        <translation>HTTP-Latenz p95 nach Endpunkt</translation>
    </message>
    <message>
        <source>HTTP phases</source>
        <translation>HTTP-Phasen</translation>
    </message>
    <message>
        <source>HTTP requests per second.</source>
        <translation>HTTP-Anfragen pro Sekunde.</translation>
    </message>
    <message>
        <source>HTTP requests</source>
        <translation>HTTP-Anfragen</translation>
    </message>
    <message>
        <source>HTTP server</source>
        <translation>HTTP-Server</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Handles and requests</source>
        <translation>Handles und Anfragen</translation>
    </message>
    <message>
        <source>Head chunks</source>
        <translation>Head-Chunks</translation>
    </message>
    <message>
        <source>Healthy nodes</source>
        <translation>Gesunde Knoten</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Heap by space</source>
        <translation>Heap nach Bereich</translation>
    </message>
    <message>
        <source>Heap in use</source>
        <translation>Heap in Benutzung</translation>
    </message>
    <message>
        <source>Heap used</source>
        <translation>Belegter Heap</translation>
    </message>
    <message>
        <source>Heap</source>
        <translation>Heap</translation>
    </message>
    <message>
        <source>Held at the moment.</source>
        <translation>Derzeit gehalten.</translation>
    </message>
    <message>
        <source>Hit rate over time</source>
        <translation>Trefferquote im Zeitverlauf</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>How far apart scrapes really are. Far from what was asked for means overload.</source>
        <translation>Wie weit Abfragen wirklich auseinanderliegen. Weit vom Verlangten entfernt bedeutet Überlast.</translation>
    </message>
    <message>
        <source>How far this server is behind its primary.</source>
        <translation>Wie weit dieser Server hinter seinem Primärserver liegt.</translation>
    </message>
    <message>
        <source>How late the turns of the event loop came since the last scrape.</source>
        <translation>Wie verspätet die Durchläufe der Event-Loop seit der letzten Abfrage kamen.</translation>
    </message>
    <message>
        <source>How long ago the oldest group was pushed: what nobody deletes stays for ever.</source>
        <translation>Vor wie langer Zeit die älteste Gruppe gepusht wurde: Was niemand löscht, bleibt für immer.</translation>
    </message>
    <message>
        <source>How long ago the youngest group was pushed.</source>
        <translation>Vor wie langer Zeit die jüngste Gruppe gepusht wurde.</translation>
    </message>
    <message>
        <source>How long each part of the scrape takes.</source>
        <translation>Wie lange jeder Teil der Abfrage dauert.</translation>
    </message>
    <message>
        <source>How long events take to be stored: each column is a moment.</source>
        <translation>Wie lange das Speichern von Ereignissen dauert: Jede Spalte ist ein Zeitpunkt.</translation>
    </message>
    <message>
        <source>How long goroutines wait before they run.</source>
        <translation>Wie lange Goroutinen warten, bevor sie laufen.</translation>
    </message>
    <message>
        <source>How long it has been running.</source>
        <translation>Wie lange er schon läuft.</translation>
    </message>
    <message>
        <source>How long it takes to look at all containers. Above three minutes the node counts as not ready.</source>
        <translation>Wie lange es dauert, alle Container durchzusehen. Über drei Minuten gilt der Knoten als nicht bereit.</translation>
    </message>
    <message>
        <source>How long it takes to look at all containers.</source>
        <translation>Wie lange es dauert, alle Container durchzusehen.</translation>
    </message>
    <message>
        <source>How long the gateway takes.</source>
        <translation>Wie lange das Gateway braucht.</translation>
    </message>
    <message>
        <source>How long the last evaluation of the slowest groups took.</source>
        <translation>Wie lange die letzte Auswertung der langsamsten Gruppen dauerte.</translation>
    </message>
    <message>
        <source>How long the oldest transaction has been open. It holds locks and keeps vacuum from cleaning up.</source>
        <translation>Wie lange die älteste Transaktion schon offen ist. Sie hält Sperren und hindert Vacuum am Aufräumen.</translation>
    </message>
    <message>
        <source>How long the process has been running.</source>
        <translation>Wie lange der Prozess schon läuft.</translation>
    </message>
    <message>
        <source>How long the program stood still.</source>
        <translation>Wie lange das Programm stillstand.</translation>
    </message>
    <message>
        <source>How long the youngest agent has been running.</source>
        <translation>Wie lange der jüngste Agent schon läuft.</translation>
    </message>
    <message>
        <source>How long the youngest process has been running.</source>
        <translation>Wie lange der jüngste Prozess schon läuft.</translation>
    </message>
    <message>
        <source>How many conversations are in each state.</source>
        <translation>Wie viele Gespräche in jedem Zustand sind.</translation>
    </message>
    <message>
        <source>How many rows the last query of each type had. A gauge in spite of its name.</source>
        <translation>Wie viele Zeilen die letzte Abfrage jedes Typs hatte. Trotz des Namens ein Gauge.</translation>
    </message>
    <message>
        <source>How many there are.</source>
        <translation>Wie viele es gibt.</translation>
    </message>
    <message>
        <source>How many work items waited.</source>
        <translation>Wie viele Arbeitseinheiten warteten.</translation>
    </message>
    <message>
        <source>How often a limit was reached in the last hour.</source>
        <translation>Wie oft in der letzten Stunde ein Limit erreicht wurde.</translation>
    </message>
    <message>
        <source>How often that is done: every second is normal.</source>
        <translation>Wie oft das geschieht: jede Sekunde ist normal.</translation>
    </message>
    <message>
        <source>How the store grows; at the line it is called full.</source>
        <translation>Wie der Datenspeicher wächst; an der Linie gilt er als voll.</translation>
    </message>
    <message>
        <source>I/O pressure</source>
        <translation>I/O-Druck</translation>
    </message>
    <message>
        <source>ICMP {{phase}}</source>
        <translation>ICMP {{phase}}</translation>
    </message>
    <message>
        <source>Images today</source>
        <translation>Bilder heute</translation>
    </message>
    <message>
        <source>Implementation and version.</source>
        <translation>Implementierung und Version.</translation>
    </message>
    <message>
        <source>In an hour.</source>
        <translation>In einer Stunde.</translation>
    </message>
    <message>
        <source>In an hour: all should be zero.</source>
        <translation>In einer Stunde: Alle sollten null sein.</translation>
    </message>
    <message>
        <source>In both directions.</source>
        <translation>In beiden Richtungen.</translation>
    </message>
    <message>
        <source>In cores. Because of the interpreter lock 1 is often all that there is.</source>
        <translation>In Kernen. Wegen der Interpretersperre ist bei 1 oft Schluss.</translation>
    </message>
    <message>
        <source>In cores. One thread runs the program: 1 is nearly all there is.</source>
        <translation>In Kernen. Ein Thread führt das Programm aus: Bei 1 ist fast Schluss.</translation>
    </message>
    <message>
        <source>In cores.</source>
        <translation>In Kernen.</translation>
    </message>
    <message>
        <source>In cores: 1 is one core all of the time.</source>
        <translation>In Kernen: 1 ist ein Kern die ganze Zeit über.</translation>
    </message>
    <message>
        <source>In half an hour. Many forced ones: max_wal_size is small.</source>
        <translation>In einer halben Stunde. Viele erzwungene: max_wal_size ist klein.</translation>
    </message>
    <message>
        <source>In memory and mapped.</source>
        <translation>Im Arbeitsspeicher und eingeblendet.</translation>
    </message>
    <message>
        <source>In memory.</source>
        <translation>Im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>In percent of maxmemory, where there is one.</source>
        <translation>In Prozent von maxmemory, sofern gesetzt.</translation>
    </message>
    <message>
        <source>In percent of the heap that V8 has taken so far.</source>
        <translation>In Prozent des Heaps, den V8 bisher belegt hat.</translation>
    </message>
    <message>
        <source>In percent of the largest heap allowed.</source>
        <translation>In Prozent des größten erlaubten Heaps.</translation>
    </message>
    <message>
        <source>In ten minutes, by severity.</source>
        <translation>In zehn Minuten, nach Schweregrad.</translation>
    </message>
    <message>
        <source>In ten minutes, by the kind of quota.</source>
        <translation>In zehn Minuten, nach Art des Kontingents.</translation>
    </message>
    <message>
        <source>In ten minutes.</source>
        <translation>In zehn Minuten.</translation>
    </message>
    <message>
        <source>In ten minutes: often is a sign of members that come and go.</source>
        <translation>In zehn Minuten: Viele deuten auf Mitglieder hin, die kommen und gehen.</translation>
    </message>
    <message>
        <source>In the last hour.</source>
        <translation>In der letzten Stunde.</translation>
    </message>
    <message>
        <source>In the last ten minutes.</source>
        <translation>In den letzten zehn Minuten.</translation>
    </message>
    <message>
        <source>Ingested by type</source>
        <translation>Aufgenommen nach Typ</translation>
    </message>
    <message>
        <source>Ingestion errors</source>
        <translation>Aufnahmefehler</translation>
    </message>
    <message>
        <source>Ingestion latency p50 / p95 / p99</source>
        <translation>Aufnahmelatenz p50 / p95 / p99</translation>
    </message>
    <message>
        <source>Ingestion latency</source>
        <translation>Aufnahmelatenz</translation>
    </message>
    <message>
        <source>Ingestion rate</source>
        <translation>Aufnahmerate</translation>
    </message>
    <message>
        <source>Ingestion</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Inodes used</source>
        <translation>Belegte Inodes</translation>
    </message>
    <message>
        <source>Invalid events</source>
        <translation>Ungültige Ereignisse</translation>
    </message>
    <message>
        <source>JVM (Micrometer)</source>
        <translation>JVM (Micrometer)</translation>
    </message>
    <message>
        <source>JVM (client_java)</source>
        <translation>JVM (client_java)</translation>
    </message>
    <message>
        <source>Java</source>
        <translation>Java</translation>
    </message>
    <message>
        <source>Kernel, architecture, name.</source>
        <translation>Kernel, Architektur, Name.</translation>
    </message>
    <message>
        <source>Keys by database</source>
        <translation>Schlüssel nach Datenbank</translation>
    </message>
    <message>
        <source>Keys that went</source>
        <translation>Weggefallene Schlüssel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Kubelet</source>
        <translation>Kubelet</translation>
    </message>
    <message>
        <source>Lag by consumer group</source>
        <translation>Rückstand nach Consumer-Gruppe</translation>
    </message>
    <message>
        <source>Lag by group</source>
        <translation>Rückstand nach Gruppe</translation>
    </message>
    <message>
        <source>Lag by partition</source>
        <translation>Rückstand nach Partition</translation>
    </message>
    <message>
        <source>Lag by topic</source>
        <translation>Rückstand nach Topic</translation>
    </message>
    <message>
        <source>Lag growth</source>
        <translation>Wachstum des Rückstands</translation>
    </message>
    <message>
        <source>Largest lag</source>
        <translation>Größter Rückstand</translation>
    </message>
    <message>
        <source>Last push</source>
        <translation>Letzter Push</translation>
    </message>
    <message>
        <source>Last save</source>
        <translation>Letzte Speicherung</translation>
    </message>
    <message>
        <source>Latency p50 / p95 / p99</source>
        <translation>Latenz p50 / p95 / p99</translation>
    </message>
    <message>
        <source>Latency p95 by endpoint</source>
        <translation>Latenz p95 nach Endpunkt</translation>
    </message>
    <message>
        <source>Latency p95 by type</source>
        <translation>Latenz p95 nach Typ</translation>
    </message>
    <message>
        <source>Latency p99 by topic</source>
        <translation>Latenz p99 nach Topic</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Length of the answer</source>
        <translation>Länge der Antwort</translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>Limits reached</source>
        <translation>Erreichte Limits</translation>
    </message>
    <message>
        <source>Listen queues</source>
        <translation>Listen-Warteschlangen</translation>
    </message>
    <message>
        <source>Live objects</source>
        <translation>Lebende Objekte</translation>
    </message>
    <message>
        <source>Live threads</source>
        <translation>Lebende Threads</translation>
    </message>
    <message>
        <source>Live threads, daemons included.</source>
        <translation>Lebende Threads, Daemons eingeschlossen.</translation>
    </message>
    <message>
        <source>Load per core</source>
        <translation>Load pro Kern</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>Geladen</translation>
    </message>
    <message>
        <source>Lock waits</source>
        <translation>Warten auf Sperren</translation>
    </message>
    <message>
        <source>Locks by mode</source>
        <translation>Sperren nach Modus</translation>
    </message>
    <message>
        <source>Log events</source>
        <translation>Log-Ereignisse</translation>
    </message>
    <message>
        <source>Longest GC pause</source>
        <translation>Längste GC-Pause</translation>
    </message>
    <message>
        <source>Longest open</source>
        <translation>Am längsten offen</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Längste Pause</translation>
    </message>
    <message>
        <source>Longest request</source>
        <translation>Längste Anfrage</translation>
    </message>
    <message>
        <source>Look-ups</source>
        <translation>Zugriffe</translation>
    </message>
    <message>
        <source>Lookups</source>
        <translation>Zugriffe</translation>
    </message>
    <message>
        <source>Loop lag p99</source>
        <translation>Loop-Verzögerung p99</translation>
    </message>
    <message>
        <source>Loop lag</source>
        <translation>Loop-Verzögerung</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Managed memory</source>
        <translation>Verwalteter Speicher</translation>
    </message>
    <message>
        <source>Many that are &quot;idle in transaction&quot; hold locks for nothing.</source>
        <translation>Viele, die &quot;idle in transaction&quot; sind, halten unnötig Sperren.</translation>
    </message>
    <message>
        <source>Many that are blocked wait for each other.</source>
        <translation>Viele blockierte warten aufeinander.</translation>
    </message>
    <message>
        <source>Mean ingestion time</source>
        <translation>Mittlere Aufnahmedauer</translation>
    </message>
    <message>
        <source>Mean latency by address</source>
        <translation>Mittlere Latenz nach Adresse</translation>
    </message>
    <message>
        <source>Mean latency</source>
        <translation>Mittlere Latenz</translation>
    </message>
    <message>
        <source>Mean number of operations that wait or are under way.</source>
        <translation>Mittlere Zahl der Operationen, die warten oder laufen.</translation>
    </message>
    <message>
        <source>Mean number of records in a batch.</source>
        <translation>Mittlere Zahl der Datensätze in einem Batch.</translation>
    </message>
    <message>
        <source>Mean of the last five minutes.</source>
        <translation>Mittel der letzten fünf Minuten.</translation>
    </message>
    <message>
        <source>Mean of the last ten minutes.</source>
        <translation>Mittel der letzten zehn Minuten.</translation>
    </message>
    <message>
        <source>Mean of what is pushed.</source>
        <translation>Mittel dessen, was gepusht wird.</translation>
    </message>
    <message>
        <source>Mean time of an operation, waiting included.</source>
        <translation>Mittlere Dauer einer Operation, Wartezeit eingeschlossen.</translation>
    </message>
    <message>
        <source>Mean time until a connection was had.</source>
        <translation>Mittlere Zeit, bis eine Verbindung verfügbar war.</translation>
    </message>
    <message>
        <source>Mean, of the slowest eight.</source>
        <translation>Mittel, der acht langsamsten.</translation>
    </message>
    <message>
        <source>Memory and collector</source>
        <translation>Speicher und Garbage Collector</translation>
    </message>
    <message>
        <source>Memory by container</source>
        <translation>Arbeitsspeicher nach Container</translation>
    </message>
    <message>
        <source>Memory by use</source>
        <translation>Arbeitsspeicher nach Verwendung</translation>
    </message>
    <message>
        <source>Memory failures</source>
        <translation>Speicherfehler</translation>
    </message>
    <message>
        <source>Memory from the system</source>
        <translation>Speicher vom System</translation>
    </message>
    <message>
        <source>Memory of the container that is closest to its limit. At 100 % it is killed.</source>
        <translation>Arbeitsspeicher des Containers, der seinem Limit am nächsten ist. Bei 100 % wird er beendet.</translation>
    </message>
    <message>
        <source>Memory of the limit</source>
        <translation>Arbeitsspeicher gemessen am Limit</translation>
    </message>
    <message>
        <source>Memory of the process that is in RAM.</source>
        <translation>Speicher des Prozesses, der im RAM liegt.</translation>
    </message>
    <message>
        <source>Memory off the heap</source>
        <translation>Speicher außerhalb des Heaps</translation>
    </message>
    <message>
        <source>Memory pools</source>
        <translation>Speicherpools</translation>
    </message>
    <message>
        <source>Memory pressure</source>
        <translation>Speicherdruck</translation>
    </message>
    <message>
        <source>Memory that the cache takes.</source>
        <translation>Speicher, den der Cache belegt.</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Belegter Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Messages and images of today; the line is the limit of messages.</source>
        <translation>Nachrichten und Bilder von heute; die Linie ist das Limit der Nachrichten.</translation>
    </message>
    <message>
        <source>Messages of today, of the 200 that are allowed.</source>
        <translation>Nachrichten von heute, von 200 erlaubten.</translation>
    </message>
    <message>
        <source>Messages this week</source>
        <translation>Nachrichten diese Woche</translation>
    </message>
    <message>
        <source>Messages today</source>
        <translation>Nachrichten heute</translation>
    </message>
    <message>
        <source>Methods compiled</source>
        <translation>Kompilierte Methoden</translation>
    </message>
    <message>
        <source>Misses and S3 reads</source>
        <translation>Fehlzugriffe und S3-Lesezugriffe</translation>
    </message>
    <message>
        <source>Misses</source>
        <translation>Fehlzugriffe</translation>
    </message>
    <message>
        <source>Mounting, attaching and the like.</source>
        <translation>Einhängen, Anbinden und dergleichen.</translation>
    </message>
    <message>
        <source>Nearest its limit</source>
        <translation>Am nächsten am Limit</translation>
    </message>
    <message>
        <source>Network received</source>
        <translation>Netzwerk empfangen</translation>
    </message>
    <message>
        <source>Network sent</source>
        <translation>Netzwerk gesendet</translation>
    </message>
    <message>
        <source>Network throughput</source>
        <translation>Netzwerkdurchsatz</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Node health</source>
        <translation>Zustand der Knoten</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Node.js runtime</source>
        <translation>Node.js-Laufzeit</translation>
    </message>
    <message>
        <source>Node.js</source>
        <translation>Node.js</translation>
    </message>
    <message>
        <source>Nodes that the control plane finds healthy.</source>
        <translation>Knoten, die die Control Plane für gesund hält.</translation>
    </message>
    <message>
        <source>Nodes that the control plane knows and finds unhealthy.</source>
        <translation>Knoten, die die Control Plane kennt und für ungesund hält.</translation>
    </message>
    <message>
        <source>Nodes that the control plane knows.</source>
        <translation>Knoten, die die Control Plane kennt.</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>OOM kills</source>
        <translation>OOM-Kills</translation>
    </message>
    <message>
        <source>Objects collected</source>
        <translation>Eingesammelte Objekte</translation>
    </message>
    <message>
        <source>Objects in cycles freed per second.</source>
        <translation>Freigegebene Objekte in Zyklen pro Sekunde.</translation>
    </message>
    <message>
        <source>Objects in cycles that cannot be freed: a leak.</source>
        <translation>Objekte in Zyklen, die sich nicht freigeben lassen: ein Leck.</translation>
    </message>
    <message>
        <source>Objects on the heap.</source>
        <translation>Objekte auf dem Heap.</translation>
    </message>
    <message>
        <source>Objects per second.</source>
        <translation>Objekte pro Sekunde.</translation>
    </message>
    <message>
        <source>Of 200 allowed.</source>
        <translation>Von 200 erlaubten.</translation>
    </message>
    <message>
        <source>Of all queries of the last five minutes.</source>
        <translation>Aller Abfragen der letzten fünf Minuten.</translation>
    </message>
    <message>
        <source>Of all requests of the last five minutes.</source>
        <translation>Aller Anfragen der letzten fünf Minuten.</translation>
    </message>
    <message>
        <source>Of all requests to object storage of the last five minutes.</source>
        <translation>Aller Anfragen an den Objektspeicher in den letzten fünf Minuten.</translation>
    </message>
    <message>
        <source>Of all sensors.</source>
        <translation>Aller Sensoren.</translation>
    </message>
    <message>
        <source>Of each endpoint of the API.</source>
        <translation>Je Endpunkt der API.</translation>
    </message>
    <message>
        <source>Of each node, as the control plane sees it.</source>
        <translation>Je Knoten, wie die Control Plane ihn sieht.</translation>
    </message>
    <message>
        <source>Of each pipeline.</source>
        <translation>Je Pipeline.</translation>
    </message>
    <message>
        <source>Of each projection.</source>
        <translation>Je Projektion.</translation>
    </message>
    <message>
        <source>Of each type of query.</source>
        <translation>Je Abfragetyp.</translation>
    </message>
    <message>
        <source>Of probes by ping and DNS too.</source>
        <translation>Auch von Prüfungen per Ping und DNS.</translation>
    </message>
    <message>
        <source>Of the control plane&apos;s HTTP requests.</source>
        <translation>Der HTTP-Anfragen an die Control Plane.</translation>
    </message>
    <message>
        <source>Of the core&apos;s HTTP requests.</source>
        <translation>Der HTTP-Anfragen an den Core.</translation>
    </message>
    <message>
        <source>Of the gateway.</source>
        <translation>Des Gateways.</translation>
    </message>
    <message>
        <source>Of the last five minutes.</source>
        <translation>Der letzten fünf Minuten.</translation>
    </message>
    <message>
        <source>Of the last minutes.</source>
        <translation>Der letzten Minuten.</translation>
    </message>
    <message>
        <source>Of the last probe.</source>
        <translation>Der letzten Prüfung.</translation>
    </message>
    <message>
        <source>Of the last probe; 0 where there was no answer.</source>
        <translation>Der letzten Prüfung; 0, wenn keine Antwort kam.</translation>
    </message>
    <message>
        <source>Of the process.</source>
        <translation>Des Prozesses.</translation>
    </message>
    <message>
        <source>Of the ten that read most.</source>
        <translation>Der zehn, die am meisten lesen.</translation>
    </message>
    <message>
        <source>Of the ten that receive most.</source>
        <translation>Der zehn, die am meisten empfangen.</translation>
    </message>
    <message>
        <source>Of the ten that send most.</source>
        <translation>Der zehn, die am meisten senden.</translation>
    </message>
    <message>
        <source>Of the ten that write most.</source>
        <translation>Der zehn, die am meisten schreiben.</translation>
    </message>
    <message>
        <source>Of the whole machine.</source>
        <translation>Des ganzen Rechners.</translation>
    </message>
    <message>
        <source>Oldest push</source>
        <translation>Ältester Push</translation>
    </message>
    <message>
        <source>On disk.</source>
        <translation>Auf dem Datenträger.</translation>
    </message>
    <message>
        <source>On this node.</source>
        <translation>Auf diesem Knoten.</translation>
    </message>
    <message>
        <source>One in a hundred turns of the event loop comes later than this. While it lags nothing is answered.</source>
        <translation>Einer von hundert Durchläufen der Event-Loop kommt später als das. Solange sie hängt, wird nichts beantwortet.</translation>
    </message>
    <message>
        <source>One probe of the blackbox exporter: does it answer, how fast, for how long is its certificate good.</source>
        <translation>Eine Prüfung des blackbox exporter: ob das Ziel antwortet, wie schnell und wie lange sein Zertifikat noch gilt.</translation>
    </message>
    <message>
        <source>One thread runs all commands: 100 % is all there is.</source>
        <translation>Ein Thread führt alle Befehle aus: Bei 100 % ist Schluss.</translation>
    </message>
    <message>
        <source>Open file descriptors in percent of the limit. At the limit no file and no connection can be opened.</source>
        <translation>Offene Dateideskriptoren in Prozent des Limits. Am Limit lassen sich weder Dateien noch Verbindungen öffnen.</translation>
    </message>
    <message>
        <source>Open files and sockets.</source>
        <translation>Offene Dateien und Sockets.</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Offene Dateien</translation>
    </message>
    <message>
        <source>Operation time p99</source>
        <translation>Operationsdauer p99</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Other phases</source>
        <translation>Weitere Phasen</translation>
    </message>
    <message>
        <source>Over all containers.</source>
        <translation>Über alle Container.</translation>
    </message>
    <message>
        <source>Over all endpoints.</source>
        <translation>Über alle Endpunkte.</translation>
    </message>
    <message>
        <source>Over all operations.</source>
        <translation>Über alle Operationen.</translation>
    </message>
    <message>
        <source>Over all topics, partitions and groups.</source>
        <translation>Über alle Topics, Partitionen und Gruppen.</translation>
    </message>
    <message>
        <source>PLEG interval</source>
        <translation>PLEG-Intervall</translation>
    </message>
    <message>
        <source>PLEG relist</source>
        <translation>PLEG-Relist</translation>
    </message>
    <message>
        <source>Packets per second, over all containers.</source>
        <translation>Pakete pro Sekunde, über alle Container.</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Page faults</source>
        <translation>Seitenfehler</translation>
    </message>
    <message>
        <source>Pages per second in and out. More than now and then means that RAM is short.</source>
        <translation>Ein- und ausgelagerte Seiten pro Sekunde. Mehr als gelegentlich bedeutet, dass RAM knapp ist.</translation>
    </message>
    <message>
        <source>Parquet files</source>
        <translation>Parquet-Dateien</translation>
    </message>
    <message>
        <source>Parts of the scrape that fail: often what this machine does not have.</source>
        <translation>Teile der Abfrage, die fehlschlagen: oft das, was dieser Rechner nicht hat.</translation>
    </message>
    <message>
        <source>Per connection</source>
        <translation>Pro Verbindung</translation>
    </message>
    <message>
        <source>Per second by status.</source>
        <translation>Pro Sekunde nach Status.</translation>
    </message>
    <message>
        <source>Per second, by collector.</source>
        <translation>Pro Sekunde, nach Garbage Collector.</translation>
    </message>
    <message>
        <source>Per second, by kind.</source>
        <translation>Pro Sekunde, nach Art.</translation>
    </message>
    <message>
        <source>Per second, just in time.</source>
        <translation>Pro Sekunde, just in time.</translation>
    </message>
    <message>
        <source>Per second, of the eight tables most scanned.</source>
        <translation>Pro Sekunde, der acht am häufigsten durchsuchten Tabellen.</translation>
    </message>
    <message>
        <source>Per second, over all containers.</source>
        <translation>Pro Sekunde, über alle Container.</translation>
    </message>
    <message>
        <source>Per second, over all databases.</source>
        <translation>Pro Sekunde, über alle Datenbanken.</translation>
    </message>
    <message>
        <source>Per second, over five minutes.</source>
        <translation>Pro Sekunde, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Per second, over five minutes: memory is short.</source>
        <translation>Pro Sekunde, über fünf Minuten: Der Speicher ist knapp.</translation>
    </message>
    <message>
        <source>Per second, the eight most used.</source>
        <translation>Pro Sekunde, die acht meistgenutzten.</translation>
    </message>
    <message>
        <source>Per second, threads too.</source>
        <translation>Pro Sekunde, auch Threads.</translation>
    </message>
    <message>
        <source>Per second. Backends should not have to write themselves.</source>
        <translation>Pro Sekunde. Backends sollten nicht selbst schreiben müssen.</translation>
    </message>
    <message>
        <source>Per second. Evicted ones went because memory was short.</source>
        <translation>Pro Sekunde. Verdrängte fielen weg, weil der Speicher knapp war.</translation>
    </message>
    <message>
        <source>Per second. Flushes fall behind where storage is slow.</source>
        <translation>Pro Sekunde. Flushes bleiben zurück, wo der Speicher langsam ist.</translation>
    </message>
    <message>
        <source>Per second. Generation 2 is the dear one.</source>
        <translation>Pro Sekunde. Generation 2 ist die teure.</translation>
    </message>
    <message>
        <source>Per second. Generation 2 looks at everything and is the dear one.</source>
        <translation>Pro Sekunde. Generation 2 sieht alles durch und ist die teure.</translation>
    </message>
    <message>
        <source>Per second.</source>
        <translation>Pro Sekunde.</translation>
    </message>
    <message>
        <source>Per second: many is churn.</source>
        <translation>Pro Sekunde: Viele bedeuten Churn.</translation>
    </message>
    <message>
        <source>Per second; each is a request to S3.</source>
        <translation>Pro Sekunde; jeder ist eine Anfrage an S3.</translation>
    </message>
    <message>
        <source>Persistence and replication</source>
        <translation>Persistenz und Replikation</translation>
    </message>
    <message>
        <source>Pipeline events</source>
        <translation>Pipeline-Ereignisse</translation>
    </message>
    <message>
        <source>Pipeline processing time p95</source>
        <translation>Verarbeitungsdauer der Pipelines p95</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>Pod start p99</source>
        <translation>Pod-Start p99</translation>
    </message>
    <message>
        <source>Pod start</source>
        <translation>Pod-Start</translation>
    </message>
    <message>
        <source>Pod worker time</source>
        <translation>Pod-Worker-Dauer</translation>
    </message>
    <message>
        <source>Pods and containers</source>
        <translation>Pods und Container</translation>
    </message>
    <message>
        <source>Pods thrown out within the last hour because the node was short of something.</source>
        <translation>In der letzten Stunde verdrängte Pods, weil dem Knoten etwas fehlte.</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Processes killed for want of memory, within the last hour.</source>
        <translation>In der letzten Stunde wegen Speichermangels beendete Prozesse.</translation>
    </message>
    <message>
        <source>Processes started</source>
        <translation>Gestartete Prozesse</translation>
    </message>
    <message>
        <source>Processes that run or wait to run.</source>
        <translation>Prozesse, die laufen oder darauf warten.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Produced</source>
        <translation>Produziert</translation>
    </message>
    <message>
        <source>Producer errors</source>
        <translation>Producer-Fehler</translation>
    </message>
    <message>
        <source>Producer latency p50 / p95 / p99</source>
        <translation>Producer-Latenz p50 / p95 / p99</translation>
    </message>
    <message>
        <source>Projected events</source>
        <translation>Projizierte Ereignisse</translation>
    </message>
    <message>
        <source>Projection errors</source>
        <translation>Projektionsfehler</translation>
    </message>
    <message>
        <source>Projection processing time p95</source>
        <translation>Verarbeitungsdauer der Projektionen p95</translation>
    </message>
    <message>
        <source>Projections, pipelines, schemas</source>
        <translation>Projektionen, Pipelines, Schemas</translation>
    </message>
    <message>
        <source>Prometheus</source>
        <translation>Prometheus</translation>
    </message>
    <message>
        <source>Promoted objects have outlived the young generation.</source>
        <translation>Übernommene Objekte haben die junge Generation überlebt.</translation>
    </message>
    <message>
        <source>Push duration</source>
        <translation>Push-Dauer</translation>
    </message>
    <message>
        <source>Push size</source>
        <translation>Push-Größe</translation>
    </message>
    <message>
        <source>Pushgateway</source>
        <translation>Pushgateway</translation>
    </message>
    <message>
        <source>Python runtime</source>
        <translation>Python-Laufzeit</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Quantiles of recent pauses.</source>
        <translation>Quantile der jüngsten Pausen.</translation>
    </message>
    <message>
        <source>Queries and HTTP</source>
        <translation>Abfragen und HTTP</translation>
    </message>
    <message>
        <source>Queries by type</source>
        <translation>Abfragen nach Typ</translation>
    </message>
    <message>
        <source>Queries p99</source>
        <translation>Abfragen p99</translation>
    </message>
    <message>
        <source>Queries per second.</source>
        <translation>Abfragen pro Sekunde.</translation>
    </message>
    <message>
        <source>Queries under way</source>
        <translation>Laufende Abfragen</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Query latency p50 / p95 / p99</source>
        <translation>Abfragelatenz p50 / p95 / p99</translation>
    </message>
    <message>
        <source>Query latency p95</source>
        <translation>Abfragelatenz p95</translation>
    </message>
    <message>
        <source>Query time</source>
        <translation>Abfragedauer</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Quota resets</source>
        <translation>Kontingent-Rücksetzungen</translation>
    </message>
    <message>
        <source>Quota this week</source>
        <translation>Kontingent diese Woche</translation>
    </message>
    <message>
        <source>Quota today</source>
        <translation>Kontingent heute</translation>
    </message>
    <message>
        <source>Quota usage</source>
        <translation>Kontingentnutzung</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>RAM. Cache is given back when programs want it.</source>
        <translation>RAM. Cache wird freigegeben, wenn Programme ihn brauchen.</translation>
    </message>
    <message>
        <source>Read above the line, written below.</source>
        <translation>Gelesen oberhalb der Linie, geschrieben darunter.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Reading and writing</source>
        <translation>Lesend und schreibend</translation>
    </message>
    <message>
        <source>Reads above the line, writes below.</source>
        <translation>Lesezugriffe oberhalb der Linie, Schreibzugriffe darunter.</translation>
    </message>
    <message>
        <source>Rebalances by group</source>
        <translation>Rebalancings nach Gruppe</translation>
    </message>
    <message>
        <source>Rebalances</source>
        <translation>Rebalancings</translation>
    </message>
    <message>
        <source>Received above the line, sent below.</source>
        <translation>Empfangen oberhalb der Linie, gesendet darunter.</translation>
    </message>
    <message>
        <source>Record size</source>
        <translation>Datensatzgröße</translation>
    </message>
    <message>
        <source>Records by group</source>
        <translation>Datensätze nach Gruppe</translation>
    </message>
    <message>
        <source>Records by topic</source>
        <translation>Datensätze nach Topic</translation>
    </message>
    <message>
        <source>Records in and out</source>
        <translation>Ein- und ausgehende Datensätze</translation>
    </message>
    <message>
        <source>Records not read yet, over all groups.</source>
        <translation>Noch nicht gelesene Datensätze, über alle Gruppen.</translation>
    </message>
    <message>
        <source>Records not read yet, over all partitions.</source>
        <translation>Noch nicht gelesene Datensätze, über alle Partitionen.</translation>
    </message>
    <message>
        <source>Records not read yet.</source>
        <translation>Noch nicht gelesene Datensätze.</translation>
    </message>
    <message>
        <source>Records per batch, mean of the last five minutes.</source>
        <translation>Datensätze je Batch, Mittel der letzten fünf Minuten.</translation>
    </message>
    <message>
        <source>Records per second by which the lag grows; below zero consumers catch up.</source>
        <translation>Datensätze pro Sekunde, um die der Rückstand wächst; unter null holen die Consumer auf.</translation>
    </message>
    <message>
        <source>Records per second over all groups.</source>
        <translation>Datensätze pro Sekunde über alle Gruppen.</translation>
    </message>
    <message>
        <source>Records per second over all topics.</source>
        <translation>Datensätze pro Sekunde über alle Topics.</translation>
    </message>
    <message>
        <source>Records per second that consumers read, over all groups.</source>
        <translation>Datensätze pro Sekunde, die Consumer lesen, über alle Gruppen.</translation>
    </message>
    <message>
        <source>Records per second that producers wrote.</source>
        <translation>Datensätze pro Sekunde, die Producer geschrieben haben.</translation>
    </message>
    <message>
        <source>Records per second.</source>
        <translation>Datensätze pro Sekunde.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>Weiterleitungen</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Registered pipelines; a gauge in spite of its name.</source>
        <translation>Registrierte Pipelines; trotz des Namens ein Gauge.</translation>
    </message>
    <message>
        <source>Registered schemas; a gauge in spite of its name.</source>
        <translation>Registrierte Schemas; trotz des Namens ein Gauge.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Relist p99</source>
        <translation>Relist p99</translation>
    </message>
    <message>
        <source>Replay duration</source>
        <translation>Replay-Dauer</translation>
    </message>
    <message>
        <source>Replay progress</source>
        <translation>Replay-Fortschritt</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>Replays</source>
        <translation>Replays</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>Replikationsrückstand</translation>
    </message>
    <message>
        <source>Requests answered with a server error in percent of all, over five minutes.</source>
        <translation>Mit Serverfehler beantwortete Anfragen in Prozent aller, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Requests by operation</source>
        <translation>Anfragen nach Operation</translation>
    </message>
    <message>
        <source>Requests by status</source>
        <translation>Anfragen nach Status</translation>
    </message>
    <message>
        <source>Requests in flight</source>
        <translation>Anfragen in Arbeit</translation>
    </message>
    <message>
        <source>Requests over time</source>
        <translation>Anfragen im Zeitverlauf</translation>
    </message>
    <message>
        <source>Requests per connection over five minutes; close to 1 means that connections are not kept alive.</source>
        <translation>Anfragen pro Verbindung über fünf Minuten; nahe 1 bedeutet, dass Verbindungen nicht offen gehalten werden.</translation>
    </message>
    <message>
        <source>Requests per second.</source>
        <translation>Anfragen pro Sekunde.</translation>
    </message>
    <message>
        <source>Requests that the core is busy with.</source>
        <translation>Anfragen, mit denen der Core gerade beschäftigt ist.</translation>
    </message>
    <message>
        <source>Requests to the API server</source>
        <translation>Anfragen an den API-Server</translation>
    </message>
    <message>
        <source>Requests to the core that were answered with a server error, of the last five minutes.</source>
        <translation>Anfragen an den Core, die mit einem Serverfehler beantwortet wurden, in den letzten fünf Minuten.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Resets of the last 24 hours: one daily reset is expected.</source>
        <translation>Rücksetzungen der letzten 24 Stunden: Erwartet wird eine tägliche.</translation>
    </message>
    <message>
        <source>Resident far above used is fragmentation.</source>
        <translation>Resident weit über belegt bedeutet Fragmentierung.</translation>
    </message>
    <message>
        <source>Resident memory over used memory. Far above 1.5 memory is wasted, unless Redis is nearly empty.</source>
        <translation>Residenter Speicher geteilt durch belegten. Weit über 1,5 wird Speicher verschwendet, außer Redis ist fast leer.</translation>
    </message>
    <message>
        <source>Resident memory</source>
        <translation>Residenter Speicher</translation>
    </message>
    <message>
        <source>Resources by type</source>
        <translation>Ressourcen nach Typ</translation>
    </message>
    <message>
        <source>Results of the last query</source>
        <translation>Ergebnisse der letzten Abfrage</translation>
    </message>
    <message>
        <source>Rollbacks</source>
        <translation>Rollbacks</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Gelesene Zeilen</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Geschriebene Zeilen</translation>
    </message>
    <message>
        <source>Rule evaluations</source>
        <translation>Regelauswertungen</translation>
    </message>
    <message>
        <source>Rule groups</source>
        <translation>Regelgruppen</translation>
    </message>
    <message>
        <source>Rules and notifications</source>
        <translation>Regeln und Benachrichtigungen</translation>
    </message>
    <message>
        <source>Runtime errors</source>
        <translation>Laufzeitfehler</translation>
    </message>
    <message>
        <source>S3 errors</source>
        <translation>S3-Fehler</translation>
    </message>
    <message>
        <source>S3 latency p50 / p95 / p99</source>
        <translation>S3-Latenz p50 / p95 / p99</translation>
    </message>
    <message>
        <source>S3 latency p50</source>
        <translation>S3-Latenz p50</translation>
    </message>
    <message>
        <source>S3 latency p99 by operation</source>
        <translation>S3-Latenz p99 nach Operation</translation>
    </message>
    <message>
        <source>S3 latency p99</source>
        <translation>S3-Latenz p99</translation>
    </message>
    <message>
        <source>S3 latency</source>
        <translation>S3-Latenz</translation>
    </message>
    <message>
        <source>S3 read latency</source>
        <translation>S3-Leselatenz</translation>
    </message>
    <message>
        <source>S3 reads</source>
        <translation>S3-Lesezugriffe</translation>
    </message>
    <message>
        <source>S3 requests</source>
        <translation>S3-Anfragen</translation>
    </message>
    <message>
        <source>Samples refused</source>
        <translation>Abgelehnte Messwerte</translation>
    </message>
    <message>
        <source>Samples taken in</source>
        <translation>Aufgenommene Messwerte</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Scheduler and collector in detail</source>
        <translation>Scheduler und Garbage Collector im Detail</translation>
    </message>
    <message>
        <source>Scheduling latency</source>
        <translation>Scheduling-Latenz</translation>
    </message>
    <message>
        <source>Schema validations</source>
        <translation>Schemavalidierungen</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>Schemas</translation>
    </message>
    <message>
        <source>Scrape interval</source>
        <translation>Abfrageintervall</translation>
    </message>
    <message>
        <source>Scraping</source>
        <translation>Abfragen der Ziele</translation>
    </message>
    <message>
        <source>Seconds per second, over all threads.</source>
        <translation>Sekunden pro Sekunde, über alle Threads.</translation>
    </message>
    <message>
        <source>Segment flushes</source>
        <translation>Segment-Flushes</translation>
    </message>
    <message>
        <source>Segment writes</source>
        <translation>Segment-Schreibvorgänge</translation>
    </message>
    <message>
        <source>Segments and the object storage below them.</source>
        <translation>Segmente und der Objektspeicher darunter.</translation>
    </message>
    <message>
        <source>Segments of the write-ahead log.</source>
        <translation>Segmente des Write-Ahead-Logs.</translation>
    </message>
    <message>
        <source>Segments per second.</source>
        <translation>Segmente pro Sekunde.</translation>
    </message>
    <message>
        <source>Segments written</source>
        <translation>Geschriebene Segmente</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Sellify core</source>
        <translation>Sellify core</translation>
    </message>
    <message>
        <source>Sequential scans</source>
        <translation>Sequenzielle Scans</translation>
    </message>
    <message>
        <source>Series created and removed</source>
        <translation>Angelegte und entfernte Zeitreihen</translation>
    </message>
    <message>
        <source>Series in memory</source>
        <translation>Zeitreihen im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Zeitreihen</translation>
    </message>
    <message>
        <source>Share of RAM that programs could not have.</source>
        <translation>Anteil des RAM, den Programme nicht bekommen könnten.</translation>
    </message>
    <message>
        <source>Share of all cores that is busy.</source>
        <translation>Ausgelasteter Anteil aller Kerne.</translation>
    </message>
    <message>
        <source>Share of all cores that the process uses.</source>
        <translation>Anteil aller Kerne, den der Prozess nutzt.</translation>
    </message>
    <message>
        <source>Share of all cores. iowait is idle time with a disk to wait for; steal went to other virtual machines.</source>
        <translation>Anteil an allen Kernen. iowait ist Leerlauf, während auf einen Datenträger gewartet wird; steal ging an andere virtuelle Maschinen.</translation>
    </message>
    <message>
        <source>Share of all cores.</source>
        <translation>Anteil an allen Kernen.</translation>
    </message>
    <message>
        <source>Share of blocks that needed no disk, over five minutes.</source>
        <translation>Anteil der Blöcke, die keinen Datenträger brauchten, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Share of blocks that needed no disk.</source>
        <translation>Anteil der Blöcke, die keinen Datenträger brauchten.</translation>
    </message>
    <message>
        <source>Share of look-ups that found a key, over five minutes.</source>
        <translation>Anteil der Zugriffe, die einen Schlüssel fanden, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Share of operations of the container runtime that failed, over five minutes.</source>
        <translation>Anteil fehlgeschlagener Operationen der Container-Laufzeit, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Share of periods in which a container had to wait because of its CPU limit.</source>
        <translation>Anteil der Perioden, in denen ein Container wegen seines CPU-Limits warten musste.</translation>
    </message>
    <message>
        <source>Share of periods in which a container with a CPU limit had to wait, over five minutes.</source>
        <translation>Anteil der Perioden, in denen ein Container mit CPU-Limit warten musste, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Share of probes that succeeded, within the last hour.</source>
        <translation>Anteil erfolgreicher Prüfungen in der letzten Stunde.</translation>
    </message>
    <message>
        <source>Share of reads that the cache answered, over five minutes.</source>
        <translation>Anteil der Lesezugriffe, die der Cache beantwortet hat, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Share of reads that the cache answered.</source>
        <translation>Anteil der Lesezugriffe, die der Cache beantwortet hat.</translation>
    </message>
    <message>
        <source>Share of requests answered with a server error, over five minutes.</source>
        <translation>Anteil der mit Serverfehler beantworteten Anfragen, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Share of requests that failed, over five minutes.</source>
        <translation>Anteil fehlgeschlagener Anfragen, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Share of requests to object storage that failed, over five minutes.</source>
        <translation>Anteil fehlgeschlagener Anfragen an den Objektspeicher, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Share of requests to the API server that failed, over five minutes.</source>
        <translation>Anteil fehlgeschlagener Anfragen an den API-Server, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Share of segments that had to be sent again.</source>
        <translation>Anteil der Segmente, die erneut gesendet werden mussten.</translation>
    </message>
    <message>
        <source>Share of the fullest file system that is used.</source>
        <translation>Belegter Anteil des vollsten Dateisystems.</translation>
    </message>
    <message>
        <source>Share of the machine&apos;s disks that is used.</source>
        <translation>Belegter Anteil der Datenträger des Rechners.</translation>
    </message>
    <message>
        <source>Share of time in which it had something to do.</source>
        <translation>Anteil der Zeit, in der er etwas zu tun hatte.</translation>
    </message>
    <message>
        <source>Share of time in which something could not run for want of CPU.</source>
        <translation>Anteil der Zeit, in der etwas mangels CPU nicht laufen konnte.</translation>
    </message>
    <message>
        <source>Share of time in which something waited for a disk.</source>
        <translation>Anteil der Zeit, in der etwas auf einen Datenträger wartete.</translation>
    </message>
    <message>
        <source>Share of time in which something waited for memory.</source>
        <translation>Anteil der Zeit, in der etwas auf Speicher wartete.</translation>
    </message>
    <message>
        <source>Share of time in which the disk had something to do.</source>
        <translation>Anteil der Zeit, in der der Datenträger etwas zu tun hatte.</translation>
    </message>
    <message>
        <source>Share of time in which the program stood still for the collector.</source>
        <translation>Anteil der Zeit, in der das Programm für den Garbage Collector stillstand.</translation>
    </message>
    <message>
        <source>Share of time of each collector.</source>
        <translation>Zeitanteil jedes Garbage Collectors.</translation>
    </message>
    <message>
        <source>Share of time, by what was done and why.</source>
        <translation>Zeitanteil, nach Vorgang und Ursache.</translation>
    </message>
    <message>
        <source>Share of time; &quot;major&quot; stops the program longest.</source>
        <translation>Zeitanteil; &quot;major&quot; hält das Programm am längsten an.</translation>
    </message>
    <message>
        <source>Share of transactions, over five minutes.</source>
        <translation>Anteil an den Transaktionen, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Share of validations that failed, over five minutes.</source>
        <translation>Anteil fehlgeschlagener Validierungen, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Share that is used.</source>
        <translation>Belegter Anteil.</translation>
    </message>
    <message>
        <source>Share used of the ten fullest.</source>
        <translation>Belegter Anteil der zehn vollsten.</translation>
    </message>
    <message>
        <source>Since Redis started.</source>
        <translation>Seit dem Start von Redis.</translation>
    </message>
    <message>
        <source>Since the core started; started ones that are neither completed nor failed are running.</source>
        <translation>Seit dem Start des Core; gestartete, die weder abgeschlossen noch fehlgeschlagen sind, laufen noch.</translation>
    </message>
    <message>
        <source>Since the last daily reset.</source>
        <translation>Seit der letzten täglichen Rücksetzung.</translation>
    </message>
    <message>
        <source>Since the last push of each job: a line that only climbs is a job that ended or hangs.</source>
        <translation>Seit dem letzten Push jedes Jobs: Eine Linie, die nur steigt, ist ein Job, der beendet ist oder hängt.</translation>
    </message>
    <message>
        <source>Since the last weekly reset.</source>
        <translation>Seit der letzten wöchentlichen Rücksetzung.</translation>
    </message>
    <message>
        <source>Since the machine started.</source>
        <translation>Seit dem Start des Rechners.</translation>
    </message>
    <message>
        <source>Size of the heap&apos;s parts after the last collection.</source>
        <translation>Größe der Teile des Heaps nach der letzten Collection.</translation>
    </message>
    <message>
        <source>Size over time</source>
        <translation>Größe im Zeitverlauf</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size.</source>
        <translation>Größe.</translation>
    </message>
    <message>
        <source>Slowest collectors</source>
        <translation>Langsamste Collectors</translation>
    </message>
    <message>
        <source>Snapshots of entities, from which replays begin.</source>
        <translation>Snapshots von Entitäten, von denen Replays ausgehen.</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Sorts and joins that do not fit into work_mem.</source>
        <translation>Sortierungen und Joins, die nicht in work_mem passen.</translation>
    </message>
    <message>
        <source>State over time</source>
        <translation>Zustand im Zeitverlauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Storage operations p99</source>
        <translation>Speicheroperationen p99</translation>
    </message>
    <message>
        <source>Storage size</source>
        <translation>Größe des Datenspeichers</translation>
    </message>
    <message>
        <source>Storage usage</source>
        <translation>Belegung des Datenspeichers</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Stored events and entities</source>
        <translation>Gespeicherte Ereignisse und Entitäten</translation>
    </message>
    <message>
        <source>StreamHouse cache</source>
        <translation>StreamHouse-Cache</translation>
    </message>
    <message>
        <source>StreamHouse consumers</source>
        <translation>StreamHouse-Consumer</translation>
    </message>
    <message>
        <source>StreamHouse producers</source>
        <translation>StreamHouse-Producer</translation>
    </message>
    <message>
        <source>StreamHouse storage and S3</source>
        <translation>StreamHouse-Speicher und S3</translation>
    </message>
    <message>
        <source>StreamHouse</source>
        <translation>StreamHouse</translation>
    </message>
    <message>
        <source>Swapping</source>
        <translation>Swapping</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>TCP connections</source>
        <translation>TCP-Verbindungen</translation>
    </message>
    <message>
        <source>TCP retransmissions</source>
        <translation>TCP-Neuübertragungen</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Taken in per second.</source>
        <translation>Pro Sekunde aufgenommen.</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Temporary files</source>
        <translation>Temporäre Dateien</translation>
    </message>
    <message>
        <source>That cAdvisor sees.</source>
        <translation>Die cAdvisor sieht.</translation>
    </message>
    <message>
        <source>That metrics were pushed for.</source>
        <translation>Für die Metriken gepusht wurden.</translation>
    </message>
    <message>
        <source>The agent of a Kubernetes node: pods, how fast it starts them, the runtime and the API server below and above it.</source>
        <translation>Der Agent eines Kubernetes-Knotens: Pods, wie schnell er sie startet, die Laufzeit unter ihm und der API-Server über ihm.</translation>
    </message>
    <message>
        <source>The cache before object storage: every miss is a request to S3.</source>
        <translation>Der Cache vor dem Objektspeicher: Jeder Fehlzugriff ist eine Anfrage an S3.</translation>
    </message>
    <message>
        <source>The control plane&apos;s HTTP requests by status.</source>
        <translation>Die HTTP-Anfragen an die Control Plane nach Status.</translation>
    </message>
    <message>
        <source>The core&apos;s HTTP requests.</source>
        <translation>Die HTTP-Anfragen an den Core.</translation>
    </message>
    <message>
        <source>The event store and its control plane: what comes in, how fast it is answered, what is stored. Core and control plane are shown together, as one system.</source>
        <translation>Der Ereignisspeicher und seine Control Plane: was hereinkommt, wie schnell geantwortet wird, was gespeichert ist. Core und Control Plane werden zusammen als ein System gezeigt.</translation>
    </message>
    <message>
        <source>The longest recent pause of the garbage collector.</source>
        <translation>Die längste der jüngsten Pausen des Garbage Collectors.</translation>
    </message>
    <message>
        <source>The lower edge of the sawtooth is what the program needs.</source>
        <translation>Die Unterkante des Sägezahns ist das, was das Programm braucht.</translation>
    </message>
    <message>
        <source>The process as its client library sees it: CPU, memory, files.</source>
        <translation>Der Prozess, wie seine Clientbibliothek ihn sieht: CPU, Speicher, Dateien.</translation>
    </message>
    <message>
        <source>The runtime.</source>
        <translation>Die Laufzeitumgebung.</translation>
    </message>
    <message>
        <source>The sawtooth is normal; its lower edge should not climb.</source>
        <translation>Der Sägezahn ist normal; seine Unterkante sollte nicht steigen.</translation>
    </message>
    <message>
        <source>The slowest eight.</source>
        <translation>Die acht langsamsten.</translation>
    </message>
    <message>
        <source>The slowest one in a hundred evaluations.</source>
        <translation>Die langsamste von hundert Auswertungen.</translation>
    </message>
    <message>
        <source>The slowest one in a hundred records of each topic.</source>
        <translation>Der langsamste von hundert Datensätzen je Topic.</translation>
    </message>
    <message>
        <source>The slowest one in a hundred requests of each operation.</source>
        <translation>Die langsamste von hundert Anfragen je Operation.</translation>
    </message>
    <message>
        <source>The ten closest to being killed.</source>
        <translation>Die zehn, die dem Beenden am nächsten sind.</translation>
    </message>
    <message>
        <source>The ten largest lags: topic, partition and group.</source>
        <translation>Die zehn größten Rückstände: Topic, Partition und Gruppe.</translation>
    </message>
    <message>
        <source>The ten partitions that lag most at each moment.</source>
        <translation>Die zehn Partitionen, die zum jeweiligen Zeitpunkt am weitesten zurückliegen.</translation>
    </message>
    <message>
        <source>The ten slowest.</source>
        <translation>Die zehn langsamsten.</translation>
    </message>
    <message>
        <source>The two lines should lie on each other.</source>
        <translation>Die beiden Linien sollten aufeinanderliegen.</translation>
    </message>
    <message>
        <source>The version that runs.</source>
        <translation>Die laufende Version.</translation>
    </message>
    <message>
        <source>The version that the program was built with.</source>
        <translation>Die Version, mit der das Programm gebaut wurde.</translation>
    </message>
    <message>
        <source>The version that was agreed on.</source>
        <translation>Die ausgehandelte Version.</translation>
    </message>
    <message>
        <source>Thread pool over time</source>
        <translation>Threadpool im Zeitverlauf</translation>
    </message>
    <message>
        <source>Thread pool queue</source>
        <translation>Warteschlange des Threadpools</translation>
    </message>
    <message>
        <source>Thread pool</source>
        <translation>Threadpool</translation>
    </message>
    <message>
        <source>Threads and handles</source>
        <translation>Threads und Handles</translation>
    </message>
    <message>
        <source>Threads are those of the operating system.</source>
        <translation>Threads sind die des Betriebssystems.</translation>
    </message>
    <message>
        <source>Threads by state</source>
        <translation>Threads nach Zustand</translation>
    </message>
    <message>
        <source>Threads of the pool; one that keeps growing starves.</source>
        <translation>Threads des Pools; wächst er immer weiter, fehlt es ihm an Threads.</translation>
    </message>
    <message>
        <source>Threads that wait for each other for ever.</source>
        <translation>Threads, die ewig aufeinander warten.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Threads, and what they get done.</source>
        <translation>Threads und was sie schaffen.</translation>
    </message>
    <message>
        <source>Threads, pools, logs</source>
        <translation>Threads, Pools, Logs</translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>Throttling</source>
        <translation>Drosselung</translation>
    </message>
    <message>
        <source>Thrown per second.</source>
        <translation>Geworfene pro Sekunde.</translation>
    </message>
    <message>
        <source>Time in GC</source>
        <translation>Zeit in GC</translation>
    </message>
    <message>
        <source>Time in garbage collection</source>
        <translation>Zeit in der Garbage Collection</translation>
    </message>
    <message>
        <source>Time in the program and in the kernel.</source>
        <translation>Zeit im Programm und im Kernel.</translation>
    </message>
    <message>
        <source>Time per command</source>
        <translation>Zeit pro Befehl</translation>
    </message>
    <message>
        <source>Time waiting for locks</source>
        <translation>Wartezeit auf Sperren</translation>
    </message>
    <message>
        <source>To Alertmanager, per second; waiting ones at the moment.</source>
        <translation>An Alertmanager, pro Sekunde; wartende zum jeweiligen Zeitpunkt.</translation>
    </message>
    <message>
        <source>Tomcat threads</source>
        <translation>Tomcat-Threads</translation>
    </message>
    <message>
        <source>Topics and partitions</source>
        <translation>Topics und Partitionen</translation>
    </message>
    <message>
        <source>Total events</source>
        <translation>Ereignisse insgesamt</translation>
    </message>
    <message>
        <source>Total lag</source>
        <translation>Gesamter Rückstand</translation>
    </message>
    <message>
        <source>Transactions by database</source>
        <translation>Transaktionen nach Datenbank</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>Trouble in the store</source>
        <translation>Probleme in der Datenbank</translation>
    </message>
    <message>
        <source>Uncollectable</source>
        <translation>Nicht freigebbar</translation>
    </message>
    <message>
        <source>Unhealthy nodes</source>
        <translation>Ungesunde Knoten</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>Ungesund</translation>
    </message>
    <message>
        <source>Until the last page.</source>
        <translation>Bis zur letzten Seite.</translation>
    </message>
    <message>
        <source>Up since</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Betriebszeit</translation>
    </message>
    <message>
        <source>Used ones in percent of those that the server allows.</source>
        <translation>Belegte in Prozent der vom Server erlaubten.</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>V8&apos;s heap, and the memory of buffers outside of it.</source>
        <translation>Der Heap von V8 und der Speicher von Puffern außerhalb davon.</translation>
    </message>
    <message>
        <source>Valid answers in percent of all, over five minutes.</source>
        <translation>Gültige Antworten in Prozent aller, über fünf Minuten.</translation>
    </message>
    <message>
        <source>Valid answers</source>
        <translation>Gültige Antworten</translation>
    </message>
    <message>
        <source>Validation time</source>
        <translation>Validierungsdauer</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Validations per second by their result.</source>
        <translation>Validierungen pro Sekunde nach Ergebnis.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Videos this week</source>
        <translation>Videos diese Woche</translation>
    </message>
    <message>
        <source>Virtual memory</source>
        <translation>Virtueller Speicher</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>WAL corruptions</source>
        <translation>WAL-Beschädigungen</translation>
    </message>
    <message>
        <source>WAL segments</source>
        <translation>WAL-Segmente</translation>
    </message>
    <message>
        <source>Waiting ones are kept alive between requests.</source>
        <translation>Wartende werden zwischen Anfragen offen gehalten.</translation>
    </message>
    <message>
        <source>Waiting ones included.</source>
        <translation>Wartende eingeschlossen.</translation>
    </message>
    <message>
        <source>Waits for a connection</source>
        <translation>Warten auf eine Verbindung</translation>
    </message>
    <message>
        <source>WebSocket connections</source>
        <translation>WebSocket-Verbindungen</translation>
    </message>
    <message>
        <source>WebSocket messages</source>
        <translation>WebSocket-Nachrichten</translation>
    </message>
    <message>
        <source>What a crash would lose without an append-only file.</source>
        <translation>Was bei einem Absturz ohne Append-only-Datei verloren ginge.</translation>
    </message>
    <message>
        <source>What a miss costs.</source>
        <translation>Was ein Fehlzugriff kostet.</translation>
    </message>
    <message>
        <source>What is used of each pool, off the heap too.</source>
        <translation>Was von jedem Pool belegt ist, auch außerhalb des Heaps.</translation>
    </message>
    <message>
        <source>What keeps the event loop alive.</source>
        <translation>Was die Event-Loop am Leben hält.</translation>
    </message>
    <message>
        <source>What keeps the event loop busy: sockets, timers, files. Gauges in spite of their names.</source>
        <translation>Was die Event-Loop beschäftigt: Sockets, Timer, Dateien. Trotz ihrer Namen Gauges.</translation>
    </message>
    <message>
        <source>What lies in RAM.</source>
        <translation>Was im RAM liegt.</translation>
    </message>
    <message>
        <source>What producers write, how long it takes and what fails.</source>
        <translation>Was Producer schreiben, wie lange es dauert und was fehlschlägt.</translation>
    </message>
    <message>
        <source>What programs can still write.</source>
        <translation>Was Programme noch schreiben können.</translation>
    </message>
    <message>
        <source>What the cache does not have is read from S3.</source>
        <translation>Was der Cache nicht hat, wird aus S3 gelesen.</translation>
    </message>
    <message>
        <source>What the collector aims at.</source>
        <translation>Was der Garbage Collector anstrebt.</translation>
    </message>
    <message>
        <source>What the collector has to keep up with.</source>
        <translation>Womit der Garbage Collector Schritt halten muss.</translation>
    </message>
    <message>
        <source>What the collectors have to keep up with.</source>
        <translation>Womit die Garbage Collectors Schritt halten müssen.</translation>
    </message>
    <message>
        <source>What the garbage collector believes to be in use.</source>
        <translation>Was der Garbage Collector für belegt hält.</translation>
    </message>
    <message>
        <source>What the kernel believes to be off from true time.</source>
        <translation>Um wie viel der Kernel von der wahren Zeit abzuweichen glaubt.</translation>
    </message>
    <message>
        <source>What the runtime has taken, by what it is for.</source>
        <translation>Was die Laufzeitumgebung belegt hat, nach Verwendung.</translation>
    </message>
    <message>
        <source>What vacuum has to clean up, of the worst eight tables.</source>
        <translation>Was Vacuum aufzuräumen hat, der acht schlechtesten Tabellen.</translation>
    </message>
    <message>
        <source>What was pushed, when, and how the gateway does.</source>
        <translation>Was gepusht wurde, wann, und wie es dem Gateway geht.</translation>
    </message>
    <message>
        <source>When all are busy requests wait.</source>
        <translation>Wenn alle beschäftigt sind, warten Anfragen.</translation>
    </message>
    <message>
        <source>When the first of the certificates ends.</source>
        <translation>Wann das erste der Zertifikate abläuft.</translation>
    </message>
    <message>
        <source>When the kubelet&apos;s own certificate ends.</source>
        <translation>Wann das eigene Zertifikat des Kubelets abläuft.</translation>
    </message>
    <message>
        <source>When the table is full new connections fail.</source>
        <translation>Wenn die Tabelle voll ist, scheitern neue Verbindungen.</translation>
    </message>
    <message>
        <source>Where the time goes.</source>
        <translation>Wohin die Zeit geht.</translation>
    </message>
    <message>
        <source>Whether the exporter reached nginx.</source>
        <translation>Ob der Exporter nginx erreicht hat.</translation>
    </message>
    <message>
        <source>Whether the exporter reaches Redis.</source>
        <translation>Ob der Exporter Redis erreicht.</translation>
    </message>
    <message>
        <source>Whether the exporter reaches nginx.</source>
        <translation>Ob der Exporter nginx erreicht.</translation>
    </message>
    <message>
        <source>Whether the exporter reaches the server.</source>
        <translation>Ob der Exporter den Server erreicht.</translation>
    </message>
    <message>
        <source>Whether the last background save succeeded.</source>
        <translation>Ob die letzte Speicherung im Hintergrund gelang.</translation>
    </message>
    <message>
        <source>Whether the last reload succeeded.</source>
        <translation>Ob das letzte Neuladen gelang.</translation>
    </message>
    <message>
        <source>Whether the probe succeeded.</source>
        <translation>Ob die Prüfung gelang.</translation>
    </message>
    <message>
        <source>Who lags behind, where, and who keeps being rebalanced.</source>
        <translation>Wer zurückliegt, wo, und wer ständig neu verteilt wird.</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Working set of the ten largest.</source>
        <translation>Working Set der zehn größten.</translation>
    </message>
    <message>
        <source>Working set</source>
        <translation>Working Set</translation>
    </message>
    <message>
        <source>Working set: what cannot be given back.</source>
        <translation>Working Set: was nicht freigegeben werden kann.</translation>
    </message>
    <message>
        <source>Worst partitions</source>
        <translation>Schlechteste Partitionen</translation>
    </message>
    <message>
        <source>Written per second, by level.</source>
        <translation>Pro Sekunde geschrieben, nach Level.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Youngest container</source>
        <translation>Jüngster Container</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>all sockets</source>
        <translation>alle Sockets</translation>
    </message>
    <message>
        <source>all wait</source>
        <translation>alle warten</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>allocated</source>
        <translation>alloziert</translation>
    </message>
    <message>
        <source>announced</source>
        <translation>angekündigt</translation>
    </message>
    <message>
        <source>available</source>
        <translation>verfügbar</translation>
    </message>
    <message>
        <source>blocked on I/O</source>
        <translation>durch I/O blockiert</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>by backends</source>
        <translation>durch Backends</translation>
    </message>
    <message>
        <source>by checkpoints</source>
        <translation>durch Prüfpunkte</translation>
    </message>
    <message>
        <source>by the background writer</source>
        <translation>durch den Background Writer</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>zeitgesteuert</translation>
    </message>
    <message>
        <source>cache, can be freed</source>
        <translation>Cache, freigebbar</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>chunks</source>
        <translation>Chunks</translation>
    </message>
    <message>
        <source>collector</source>
        <translation>Garbage Collector</translation>
    </message>
    <message>
        <source>committed</source>
        <translation>zugesichert</translation>
    </message>
    <message>
        <source>compaction</source>
        <translation>Kompaktierung</translation>
    </message>
    <message>
        <source>compactions</source>
        <translation>Kompaktierungen</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>conflicts with recovery</source>
        <translation>Konflikte mit der Wiederherstellung</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>consumed</source>
        <translation>konsumiert</translation>
    </message>
    <message>
        <source>consumers</source>
        <translation>Consumer</translation>
    </message>
    <message>
        <source>containers {{container_state}}</source>
        <translation>Container {{container_state}}</translation>
    </message>
    <message>
        <source>context switches</source>
        <translation>Kontextwechsel</translation>
    </message>
    <message>
        <source>cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>created in 10 minutes</source>
        <translation>in 10 Minuten angelegt</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>daemons</source>
        <translation>Daemons</translation>
    </message>
    <message>
        <source>deadlocks</source>
        <translation>Deadlocks</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>discovered</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>drops</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>duplicate times</source>
        <translation>doppelte Zeitstempel</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>entities</source>
        <translation>Entitäten</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>established</source>
        <translation>aufgebaut</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>evicted</source>
        <translation>verdrängt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>external</source>
        <translation>extern</translation>
    </message>
    <message>
        <source>failed WAL writes</source>
        <translation>fehlgeschlagene WAL-Schreibvorgänge</translation>
    </message>
    <message>
        <source>failed reloads</source>
        <translation>fehlgeschlagenes Neuladen</translation>
    </message>
    <message>
        <source>failed truncations</source>
        <translation>fehlgeschlagenes Kürzen</translation>
    </message>
    <message>
        <source>fetched</source>
        <translation>geholt</translation>
    </message>
    <message>
        <source>files merged</source>
        <translation>zusammengeführte Dateien</translation>
    </message>
    <message>
        <source>flushed</source>
        <translation>geflusht</translation>
    </message>
    <message>
        <source>forced</source>
        <translation>erzwungen</translation>
    </message>
    <message>
        <source>forks</source>
        <translation>Forks</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>freed</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>from disk</source>
        <translation>vom Datenträger</translation>
    </message>
    <message>
        <source>generation {{gc_generation}}</source>
        <translation>Generation {{gc_generation}}</translation>
    </message>
    <message>
        <source>generation {{generation}}</source>
        <translation>Generation {{generation}}</translation>
    </message>
    <message>
        <source>goroutines</source>
        <translation>Goroutinen</translation>
    </message>
    <message>
        <source>handled</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>handles</source>
        <translation>Handles</translation>
    </message>
    <message>
        <source>heap goal</source>
        <translation>Heap-Ziel</translation>
    </message>
    <message>
        <source>heap</source>
        <translation>Heap</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Benutzung</translation>
    </message>
    <message>
        <source>inserted</source>
        <translation>eingefügt</translation>
    </message>
    <message>
        <source>interrupts</source>
        <translation>Interrupts</translation>
    </message>
    <message>
        <source>iterations missed</source>
        <translation>ausgelassene Durchläufe</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>aufbewahrt</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>limit hit</source>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>live after the last collection</source>
        <translation>lebend nach der letzten Collection</translation>
    </message>
    <message>
        <source>live</source>
        <translation>lebend</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>geladen</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>längste</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>name look-up</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>new connections</source>
        <translation>neue Verbindungen</translation>
    </message>
    <message>
        <source>next collection</source>
        <translation>nächste Collection</translation>
    </message>
    <message>
        <source>nginx</source>
        <translation>nginx</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>no limits</source>
        <translation>keine Limits</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>offset</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>falsche Reihenfolge</translation>
    </message>
    <message>
        <source>overflows</source>
        <translation>Überläufe</translation>
    </message>
    <message>
        <source>p99 of one pass over a pod.</source>
        <translation>p99 eines Durchlaufs über einen Pod.</translation>
    </message>
    <message>
        <source>partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>Höchststand</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>produced</source>
        <translation>produziert</translation>
    </message>
    <message>
        <source>producers</source>
        <translation>Producer</translation>
    </message>
    <message>
        <source>promoted</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>quantile {{quantile}}</source>
        <translation>Quantil {{quantile}}</translation>
    </message>
    <message>
        <source>queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lesend</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>redirects</source>
        <translation>Weiterleitungen</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>resident</translation>
    </message>
    <message>
        <source>resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>laufend</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>eingespart</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>durchsucht</translation>
    </message>
    <message>
        <source>scavenger</source>
        <translation>Scavenger</translation>
    </message>
    <message>
        <source>scraped</source>
        <translation>abgefragt</translation>
    </message>
    <message>
        <source>scrapes over the limit</source>
        <translation>Abfragen über dem Limit</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>erneut gesendet</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>series</source>
        <translation>Zeitreihen</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>sockets</source>
        <translation>Sockets</translation>
    </message>
    <message>
        <source>some wait</source>
        <translation>einige warten</translation>
    </message>
    <message>
        <source>spans and caches</source>
        <translation>Spans und Caches</translation>
    </message>
    <message>
        <source>stacks</source>
        <translation>Stacks</translation>
    </message>
    <message>
        <source>started</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>too old</source>
        <translation>zu alt</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>used</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>virtuell</translation>
    </message>
    <message>
        <source>waiting to end</source>
        <translation>im Abbau</translation>
    </message>
    <message>
        <source>work items per second</source>
        <translation>Arbeitseinheiten pro Sekunde</translation>
    </message>
    <message>
        <source>working set</source>
        <translation>Working Set</translation>
    </message>
    <message>
        <source>write-ahead log</source>
        <translation>Write-Ahead-Log</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>schreibend</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>{{db}} with a time to live</source>
        <translation>{{db}} mit Ablaufzeit</translation>
    </message>
    <message>
        <source>{{device}} drops</source>
        <translation>{{device}} verworfen</translation>
    </message>
    <message>
        <source>{{device}} errors</source>
        <translation>{{device}} Fehler</translation>
    </message>
    <message>
        <source>{{device}} read</source>
        <translation>{{device}} gelesen</translation>
    </message>
    <message>
        <source>{{device}} reads</source>
        <translation>{{device}} Lesezugriffe</translation>
    </message>
    <message>
        <source>{{device}} received</source>
        <translation>{{device}} empfangen</translation>
    </message>
    <message>
        <source>{{device}} sent</source>
        <translation>{{device}} gesendet</translation>
    </message>
    <message>
        <source>{{device}} writes</source>
        <translation>{{device}} Schreibzugriffe</translation>
    </message>
    <message>
        <source>{{device}} written</source>
        <translation>{{device}} geschrieben</translation>
    </message>
    <message>
        <source>{{id}}, capacity</source>
        <translation>{{id}}, Kapazität</translation>
    </message>
    <message>
        <source>{{method}} quantile {{quantile}}</source>
        <translation>{{method}} Quantil {{quantile}}</translation>
    </message>
    <message>
        <source>{{pipeline}}, filtered out</source>
        <translation>{{pipeline}}, ausgefiltert</translation>
    </message>
    <message>
        <source>{{pool}} active</source>
        <translation>{{pool}} aktiv</translation>
    </message>
    <message>
        <source>{{pool}} limit</source>
        <translation>{{pool}} Limit</translation>
    </message>
    <message>
        <source>{{pool}} waiting</source>
        <translation>{{pool}} wartend</translation>
    </message>
    <message>
        <source>Active alerts</source>
        <translation>Aktive Alarme</translation>
    </message>
    <message>
        <source>Active silences</source>
        <translation>Aktive Stummschaltungen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Alertmanager</source>
        <translation>Alertmanager</translation>
    </message>
    <message>
        <source>Alerts by state</source>
        <translation>Alarme nach Zustand</translation>
    </message>
    <message>
        <source>Alerts received</source>
        <translation>Empfangene Alarme</translation>
    </message>
    <message>
        <source>An Alertmanager: what it is told, whom it tells, what is silenced.</source>
        <translation>Ein Alertmanager: was ihm gemeldet wird, wem er es meldet, was stummgeschaltet ist.</translation>
    </message>
    <message>
        <source>As it has them now.</source>
        <translation>Wie er sie jetzt führt.</translation>
    </message>
    <message>
        <source>At present.</source>
        <translation>Derzeit.</translation>
    </message>
    <message>
        <source>Cluster members</source>
        <translation>Cluster-Mitglieder</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Failed notifications</source>
        <translation>Fehlgeschlagene Benachrichtigungen</translation>
    </message>
    <message>
        <source>Failures by way</source>
        <translation>Fehlschläge nach Weg</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Groups and silences</source>
        <translation>Gruppen und Stummschaltungen</translation>
    </message>
    <message>
        <source>Groups of alerts that are dispatched, and silences that are kept.</source>
        <translation>Gruppen von Alarmen, die verteilt werden, und Stummschaltungen, die vorgehalten werden.</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Invalid alerts</source>
        <translation>Ungültige Alarme</translation>
    </message>
    <message>
        <source>Mean over five minutes, by the way they go.</source>
        <translation>Mittel über fünf Minuten, nach dem Weg, den sie nehmen.</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Notifications that could not be sent, per second.</source>
        <translation>Benachrichtigungen pro Sekunde, die nicht gesendet werden konnten.</translation>
    </message>
    <message>
        <source>Of those that were tried in the last five minutes.</source>
        <translation>Von denen, die in den letzten fünf Minuten versucht wurden.</translation>
    </message>
    <message>
        <source>Per second, by whether they fire.</source>
        <translation>Pro Sekunde, danach, ob sie ausgelöst sind.</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Requests under way</source>
        <translation>Laufende Anfragen</translation>
    </message>
    <message>
        <source>Resident memory of the process.</source>
        <translation>Residenter Speicher des Prozesses.</translation>
    </message>
    <message>
        <source>Sent per second, by the way they go.</source>
        <translation>Pro Sekunde gesendet, nach dem Weg, den sie nehmen.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Silenced or inhibited.</source>
        <translation>Stummgeschaltet oder gehemmt.</translation>
    </message>
    <message>
        <source>Suppressed alerts</source>
        <translation>Unterdrückte Alarme</translation>
    </message>
    <message>
        <source>That are not silenced or inhibited.</source>
        <translation>Die nicht stummgeschaltet oder gehemmt sind.</translation>
    </message>
    <message>
        <source>That this one knows; each should know the same.</source>
        <translation>Die dieser kennt; jeder sollte dieselben kennen.</translation>
    </message>
    <message>
        <source>That were sent to it in the last hour, and refused.</source>
        <translation>Die ihm in der letzten Stunde gesendet und abgelehnt wurden.</translation>
    </message>
    <message>
        <source>Time to notify</source>
        <translation>Dauer der Benachrichtigung</translation>
    </message>
    <message>
        <source>To its API and pages.</source>
        <translation>An seine API und seine Seiten.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Whether the last reload of the configuration succeeded.</source>
        <translation>Ob das letzte Neuladen der Konfiguration gelang.</translation>
    </message>
    <message>
        <source>Which addresses of the HTTP server are shown.</source>
        <translation>Welche Adressen des HTTP-Servers gezeigt werden.</translation>
    </message>
    <message>
        <source>Which databases are shown.</source>
        <translation>Welche Datenbanken gezeigt werden.</translation>
    </message>
    <message>
        <source>Which disks are shown.</source>
        <translation>Welche Datenträger gezeigt werden.</translation>
    </message>
    <message>
        <source>Which groups of consumers are shown.</source>
        <translation>Welche Consumer-Gruppen gezeigt werden.</translation>
    </message>
    <message>
        <source>Which machines are shown.</source>
        <translation>Welche Rechner gezeigt werden.</translation>
    </message>
    <message>
        <source>Which namespaces are shown.</source>
        <translation>Welche Namespaces gezeigt werden.</translation>
    </message>
    <message>
        <source>Which network interfaces are shown.</source>
        <translation>Welche Netzwerkschnittstellen gezeigt werden.</translation>
    </message>
    <message>
        <source>Which nodes are shown.</source>
        <translation>Welche Knoten gezeigt werden.</translation>
    </message>
    <message>
        <source>Which of the targets are shown.</source>
        <translation>Welche der Ziele gezeigt werden.</translation>
    </message>
    <message>
        <source>Which pods are shown, of the namespaces that are.</source>
        <translation>Welche Pods der gezeigten Namespaces gezeigt werden.</translation>
    </message>
    <message>
        <source>Which probes are shown.</source>
        <translation>Welche Prüfungen gezeigt werden.</translation>
    </message>
    <message>
        <source>Which servers are shown.</source>
        <translation>Welche Server gezeigt werden.</translation>
    </message>
    <message>
        <source>Which topics are shown, of the groups that are.</source>
        <translation>Welche Topics der gezeigten Gruppen gezeigt werden.</translation>
    </message>
    <message>
        <source>Which topics are shown.</source>
        <translation>Welche Topics gezeigt werden.</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>good</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>nothing sent</source>
        <translation>nichts gesendet</translation>
    </message>
    <message>
        <source>silences {{state}}</source>
        <translation>Stummschaltungen {{state}}</translation>
    </message>
    <message>
        <source>Of one group on one topic. From 1,000 on an alert comes when it grows, from 10,000 on in any case.</source>
        <translation>Einer Gruppe bei einem Topic. Ab 1.000 kommt ein Alarm, wenn er wächst, ab 10.000 in jedem Fall.</translation>
    </message>
    <message>
        <source>Records of one topic that the slowest group has not read yet. From 1,000 on an alert comes when they grow, from 10,000 on in any case.</source>
        <translation>Datensätze eines Topics, die die langsamste Gruppe noch nicht gelesen hat. Ab 1.000 kommt ein Alarm, wenn sie mehr werden, ab 10.000 in jedem Fall.</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>keine Schlüssel</translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>verbesserbar</translation>
    </message>
    <message>
        <source>Prometheus stops here and takes nothing of the page: up is 0.</source>
        <translation>Prometheus hört hier auf und übernimmt nichts von der Seite: up ist 0.</translation>
    </message>
    <message>
        <source>Write the line as the format has it.</source>
        <translation>Die Zeile so schreiben, wie das Format es verlangt.</translation>
    </message>
    <message>
        <source>lines end in carriage return and line feed</source>
        <translation>Zeilen enden mit Wagenrücklauf und Zeilenvorschub</translation>
    </message>
    <message>
        <source>End lines in a line feed alone.</source>
        <translation>Zeilen nur mit einem Zeilenvorschub beenden.</translation>
    </message>
    <message>
        <source>Give the series a name, and every label once.</source>
        <translation>Der Zeitreihe einen Namen geben und jedes Label nur einmal.</translation>
    </message>
    <message>
        <source>Let counts, spans and buckets agree.</source>
        <translation>Anzahlen, Spannen und Buckets in Einklang bringen.</translation>
    </message>
    <message>
        <source>Prometheus takes it; stricter readers refuse the page.</source>
        <translation>Prometheus nimmt es an; strengere Leser lehnen die Seite ab.</translation>
    </message>
    <message>
        <source>Put a comma between labels.</source>
        <translation>Zwischen Labels ein Komma setzen.</translation>
    </message>
    <message>
        <source>End the last line in a line feed.</source>
        <translation>Auch die letzte Zeile mit einem Zeilenvorschub beenden.</translation>
    </message>
    <message>
        <source>Prometheus takes it; metadata may be read for the wrong samples.</source>
        <translation>Prometheus nimmt es an; Metadaten können den falschen Messwerten zugeordnet werden.</translation>
    </message>
    <message>
        <source>Write all lines of a metric one after another.</source>
        <translation>Alle Zeilen einer Metrik hintereinander schreiben.</translation>
    </message>
    <message>
        <source>Write all samples of a label set one after another.</source>
        <translation>Alle Messwerte eines Labelsatzes hintereinander schreiben.</translation>
    </message>
    <message>
        <source>Prometheus reads the samples before it without their type.</source>
        <translation>Prometheus liest die Messwerte davor ohne ihren Typ.</translation>
    </message>
    <message>
        <source>Write TYPE, UNIT and HELP before the samples.</source>
        <translation>TYPE, UNIT und HELP vor die Messwerte schreiben.</translation>
    </message>
    <message>
        <source>Prometheus files the line under the part of the name that it can read; promtool refuses the page.</source>
        <translation>Prometheus legt die Zeile unter dem Teil des Namens ab, den es lesen kann; promtool weist die Seite zurück.</translation>
    </message>
    <message>
        <source>Let metric names be letters, digits, underscores and colons in lines of HELP and TYPE.</source>
        <translation>Metriknamen in HELP- und TYPE-Zeilen aus Buchstaben, Ziffern, Unterstrichen und Doppelpunkten bilden.</translation>
    </message>
    <message>
        <source>Prometheus keeps the last one.</source>
        <translation>Prometheus behält die letzte Angabe.</translation>
    </message>
    <message>
        <source>Write each of them once.</source>
        <translation>Jede Angabe nur einmal schreiben.</translation>
    </message>
    <message>
        <source>Give the samples the suffix of their type.</source>
        <translation>Den Messwerten die Endung ihres Typs geben.</translation>
    </message>
    <message>
        <source>Let a counter&apos;s sample end in _total.</source>
        <translation>Den Messwert eines Counters auf _total enden lassen.</translation>
    </message>
    <message>
        <source>Rename one of the metrics.</source>
        <translation>Eine der Metriken umbenennen.</translation>
    </message>
    <message>
        <source>Leave the UNIT line out.</source>
        <translation>Die UNIT-Zeile weglassen.</translation>
    </message>
    <message>
        <source>Give all samples of a metric a timestamp, or none.</source>
        <translation>Allen Messwerten einer Metrik einen Zeitstempel geben oder keinem.</translation>
    </message>
    <message>
        <source>Prometheus drops samples that are older than the last.</source>
        <translation>Prometheus verwirft Messwerte, die älter als der letzte sind.</translation>
    </message>
    <message>
        <source>Write points in the order of their times.</source>
        <translation>Punkte in zeitlicher Reihenfolge schreiben.</translation>
    </message>
    <message>
        <source>Leave the last comma out.</source>
        <translation>Das letzte Komma weglassen.</translation>
    </message>
    <message>
        <source>Write line feeds as \n.</source>
        <translation>Zeilenvorschübe als \n schreiben.</translation>
    </message>
    <message>
        <source>Prometheus takes it as it is.</source>
        <translation>Prometheus nimmt es so an.</translation>
    </message>
    <message>
        <source>Write the quote with a backslash before it.</source>
        <translation>Dem Anführungszeichen einen Backslash voranstellen.</translation>
    </message>
    <message>
        <source>Write the backslash twice.</source>
        <translation>Den Backslash doppelt schreiben.</translation>
    </message>
    <message>
        <source>Rename the metric.</source>
        <translation>Die Metrik umbenennen.</translation>
    </message>
    <message>
        <source>Leave the exemplar out.</source>
        <translation>Das Exemplar weglassen.</translation>
    </message>
    <message>
        <source>Prometheus drops the exemplar.</source>
        <translation>Prometheus verwirft das Exemplar.</translation>
    </message>
    <message>
        <source>Keep to a trace id.</source>
        <translation>Sich auf eine Trace-ID beschränken.</translation>
    </message>
    <message>
        <source>Put the exemplar onto the bucket that counted it.</source>
        <translation>Das Exemplar an den Bucket setzen, der es gezählt hat.</translation>
    </message>
    <message>
        <source>Prometheus takes it as a series that no function on buckets reads.</source>
        <translation>Prometheus nimmt es als Zeitreihe an, die keine Funktion für Buckets liest.</translation>
    </message>
    <message>
        <source>Write the label.</source>
        <translation>Das Label schreiben.</translation>
    </message>
    <message>
        <source>Write the number in its one form.</source>
        <translation>Die Zahl in ihrer kanonischen Form schreiben.</translation>
    </message>
    <message>
        <source>Rename the label.</source>
        <translation>Das Label umbenennen.</translation>
    </message>
    <message>
        <source>Counts are whole numbers.</source>
        <translation>Anzahlen sind ganze Zahlen.</translation>
    </message>
    <message>
        <source>Write seconds since 1970.</source>
        <translation>Sekunden seit 1970 schreiben.</translation>
    </message>
    <message>
        <source>Expose the quantile&apos;s true value.</source>
        <translation>Den wahren Wert des Quantils ausgeben.</translation>
    </message>
    <message>
        <source>The state that holds is 1, the others are 0.</source>
        <translation>Der geltende Zustand ist 1, die anderen sind 0.</translation>
    </message>
    <message>
        <source>Leave the sum out, or declare it a gauge histogram.</source>
        <translation>Die Summe weglassen oder die Metrik als Gauge-Histogramm deklarieren.</translation>
    </message>
    <message>
        <source>Expose the true sum.</source>
        <translation>Die wahre Summe ausgeben.</translation>
    </message>
    <message>
        <source>Use letters, digits and underscores only.</source>
        <translation>Nur Buchstaben, Ziffern und Unterstriche verwenden.</translation>
    </message>
    <message>
        <source>Write it as the format&apos;s specification has it.</source>
        <translation>So schreiben, wie es die Spezifikation des Formats verlangt.</translation>
    </message>
    <message>
        <source>no help text</source>
        <translation>kein Hilfetext</translation>
    </message>
    <message>
        <source>Give the metric a HELP text: what it counts, and in which unit.</source>
        <translation>Der Metrik einen HELP-Text geben: was sie zählt und in welcher Einheit.</translation>
    </message>
    <message>
        <source>use base unit &quot;%1&quot; instead of &quot;%2&quot;</source>
        <translation>Basiseinheit „%1“ statt „%2“ verwenden</translation>
    </message>
    <message>
        <source>Expose the base unit and rename the metric; dashboards choose the unit that they show.</source>
        <translation>Die Basiseinheit ausgeben und die Metrik umbenennen; Dashboards wählen selbst, welche Einheit sie zeigen.</translation>
    </message>
    <message>
        <source>counter metrics should have &quot;_total&quot; suffix</source>
        <translation>Counter sollten auf „_total“ enden</translation>
    </message>
    <message>
        <source>Prometheus takes it; OpenMetrics clients rename it.</source>
        <translation>Prometheus nimmt es an; OpenMetrics-Clients benennen die Metrik um.</translation>
    </message>
    <message>
        <source>Let the counter&apos;s name end in _total.</source>
        <translation>Den Namen des Counters auf _total enden lassen.</translation>
    </message>
    <message>
        <source>non-counter metrics should not have &quot;_total&quot; suffix</source>
        <translation>Metriken, die keine Counter sind, sollten nicht auf „_total“ enden</translation>
    </message>
    <message>
        <source>Prometheus takes it; readers will take it for a counter.</source>
        <translation>Prometheus nimmt es an; Leser werden die Metrik für einen Counter halten.</translation>
    </message>
    <message>
        <source>Drop the suffix, or declare the metric a counter if it is one.</source>
        <translation>Die Endung streichen oder die Metrik als Counter deklarieren, wenn sie einer ist.</translation>
    </message>
    <message>
        <source>%1 metrics should not have &quot;%2&quot; suffix</source>
        <translation>Metriken, %1, sollten nicht auf „%2“ enden</translation>
    </message>
    <message>
        <source>Prometheus takes it; it is easily mistaken for a part of a histogram or summary.</source>
        <translation>Prometheus nimmt es an; die Metrik ist leicht mit einem Teil eines Histogramms oder einer Summary zu verwechseln.</translation>
    </message>
    <message>
        <source>%1 metrics should not have &quot;%2&quot; label</source>
        <translation>Metriken, %1, sollten kein Label „%2“ haben</translation>
    </message>
    <message>
        <source>Prometheus takes it; functions on histograms and summaries read this label.</source>
        <translation>Prometheus nimmt es an; Funktionen für Histogramme und Summarys lesen dieses Label.</translation>
    </message>
    <message>
        <source>metric name should not include type &apos;%1&apos;</source>
        <translation>der Metrikname sollte den Typ „%1“ nicht enthalten</translation>
    </message>
    <message>
        <source>Drop the type from the name: it stands in the TYPE line.</source>
        <translation>Den Typ aus dem Namen streichen: Er steht in der TYPE-Zeile.</translation>
    </message>
    <message>
        <source>metric names should not contain &apos;:&apos;</source>
        <translation>Metriknamen sollten kein „:“ enthalten</translation>
    </message>
    <message>
        <source>Prometheus takes it; colons are meant for recording rules.</source>
        <translation>Prometheus nimmt es an; Doppelpunkte sind für Recording-Regeln gedacht.</translation>
    </message>
    <message>
        <source>Use underscores.</source>
        <translation>Unterstriche verwenden.</translation>
    </message>
    <message>
        <source>metric names should be written in &apos;snake_case&apos; not &apos;camelCase&apos;</source>
        <translation>Metriknamen sollten in „snake_case“ statt „camelCase“ geschrieben sein</translation>
    </message>
    <message>
        <source>Write words in lower case with underscores between them.</source>
        <translation>Wörter klein schreiben, mit Unterstrichen dazwischen.</translation>
    </message>
    <message>
        <source>label names should be written in &apos;snake_case&apos; not &apos;camelCase&apos;</source>
        <translation>Labelnamen sollten in „snake_case“ statt „camelCase“ geschrieben sein</translation>
    </message>
    <message>
        <source>metric names should not contain abbreviated units</source>
        <translation>Metriknamen sollten keine abgekürzten Einheiten enthalten</translation>
    </message>
    <message>
        <source>Write the unit in full: seconds, bytes, …</source>
        <translation>Die Einheit ausschreiben: seconds, bytes, …</translation>
    </message>
    <message>
        <source>metric not unique</source>
        <translation>Metrik nicht eindeutig</translation>
    </message>
    <message>
        <source>Prometheus keeps the first of equal series and drops the others.</source>
        <translation>Prometheus behält von gleichen Zeitreihen die erste und verwirft die anderen.</translation>
    </message>
    <message>
        <source>Expose every series once.</source>
        <translation>Jede Zeitreihe nur einmal ausgeben.</translation>
    </message>
    <message>
        <source>%1 has no TYPE line</source>
        <translation>%1 hat keine TYPE-Zeile</translation>
    </message>
    <message>
        <source>Write # TYPE %1 counter, gauge, histogram or summary before its samples.</source>
        <translation># TYPE %1 counter, gauge, histogram oder summary vor ihre Messwerte schreiben.</translation>
    </message>
    <message>
        <source>%1 must be quoted in PromQL: {%2}</source>
        <translation>%1 braucht in PromQL Anführungszeichen: {%2}</translation>
    </message>
    <message>
        <source>Prometheus 3 takes it; older versions and other tools do not.</source>
        <translation>Prometheus 3 nimmt es an; ältere Versionen und andere Werkzeuge nicht.</translation>
    </message>
    <message>
        <source>the line of %1 begins with a blank</source>
        <translation>die Zeile von %1 beginnt mit einem Leerzeichen</translation>
    </message>
    <message>
        <source>Prometheus takes the blank for a part of the name: a series that no query for %1 finds.</source>
        <translation>Prometheus hält das Leerzeichen für einen Teil des Namens: eine Zeitreihe, die keine Anfrage nach %1 findet.</translation>
    </message>
    <message>
        <source>Begin the line with the name.</source>
        <translation>Die Zeile mit dem Namen beginnen.</translation>
    </message>
    <message>
        <source>label %1 must be quoted in PromQL</source>
        <translation>Label %1 braucht in PromQL Anführungszeichen</translation>
    </message>
    <message>
        <source>the name of %1 ends in the unit %2, but there is no UNIT line</source>
        <translation>der Name von %1 endet auf die Einheit %2, aber es gibt keine UNIT-Zeile</translation>
    </message>
    <message>
        <source>Prometheus takes it; the unit is missing from the metadata.</source>
        <translation>Prometheus nimmt es an; in den Metadaten fehlt die Einheit.</translation>
    </message>
    <message>
        <source>Write # UNIT with the unit.</source>
        <translation># UNIT mit der Einheit schreiben.</translation>
    </message>
    <message>
        <source>Prometheus takes it; joins with info() look for names that end in _info.</source>
        <translation>Prometheus nimmt es an; Verknüpfungen mit info() suchen nach Namen, die auf _info enden.</translation>
    </message>
    <message>
        <source>Let its name end in _info, or declare it info in OpenMetrics.</source>
        <translation>Ihren Namen auf _info enden lassen oder sie in OpenMetrics als info deklarieren.</translation>
    </message>
    <message>
        <source>Prometheus takes it; joins that multiply by it give wrong numbers.</source>
        <translation>Prometheus nimmt es an; Verknüpfungen, die damit multiplizieren, ergeben falsche Zahlen.</translation>
    </message>
    <message>
        <source>Expose the value 1, and what it tells as labels.</source>
        <translation>Den Wert 1 ausgeben und die Auskunft als Labels.</translation>
    </message>
    <message>
        <source>Prometheus takes it and stores every state as a series of its own.</source>
        <translation>Prometheus nimmt es an und speichert jeden Zustand als eigene Zeitreihe.</translation>
    </message>
    <message>
        <source>Select the state by == 1 in queries; in OpenMetrics declare it stateset.</source>
        <translation>Den Zustand in Anfragen mit == 1 auswählen; in OpenMetrics die Metrik als stateset deklarieren.</translation>
    </message>
    <message>
        <source>%1 is there twice with the same labels</source>
        <translation>%1 gibt es zweimal mit denselben Labels</translation>
    </message>
    <message>
        <source>Prometheus keeps the first and drops the others.</source>
        <translation>Prometheus behält die erste Zeitreihe und verwirft die anderen.</translation>
    </message>
    <message>
        <source>Expose every series once: add up, or tell them apart by a label.</source>
        <translation>Jede Zeitreihe nur einmal ausgeben: zusammenzählen oder durch ein Label unterscheiden.</translation>
    </message>
    <message>
        <source>%1 is there twice: the same labels in another order</source>
        <translation>%1 gibt es zweimal: dieselben Labels in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>Labels have no order: Prometheus keeps the first and drops the others.</source>
        <translation>Labels haben keine Reihenfolge: Prometheus behält die erste Zeitreihe und verwirft die anderen.</translation>
    </message>
    <message>
        <source>label %1 is empty</source>
        <translation>Label %1 ist leer</translation>
    </message>
    <message>
        <source>An empty label is the same as none: Prometheus drops it.</source>
        <translation>Ein leeres Label ist so gut wie keines: Prometheus verwirft es.</translation>
    </message>
    <message>
        <source>Leave the label out, or give it a value such as &quot;none&quot;.</source>
        <translation>Das Label weglassen oder ihm einen Wert wie „none“ geben.</translation>
    </message>
    <message>
        <source>label %1 begins with two underscores</source>
        <translation>Label %1 beginnt mit zwei Unterstrichen</translation>
    </message>
    <message>
        <source>Prometheus keeps such names for itself; __name__ changes the series&apos; name, others may be dropped.</source>
        <translation>Prometheus behält sich solche Namen vor; __name__ ändert den Namen der Zeitreihe, andere können verworfen werden.</translation>
    </message>
    <message>
        <source>label %1 is also a label that the scrape adds</source>
        <translation>Label %1 wird auch von der Abfrage hinzugefügt</translation>
    </message>
    <message>
        <source>Prometheus renames the exposed label to exported_%1; the target&apos;s own takes its place.</source>
        <translation>Prometheus benennt das ausgegebene Label in exported_%1 um; an seine Stelle tritt das des Ziels.</translation>
    </message>
    <message>
        <source>Rename the label, or scrape with honor_labels: true if the exposed one is to win.</source>
        <translation>Das Label umbenennen oder mit honor_labels: true abfragen, wenn das ausgegebene gelten soll.</translation>
    </message>
    <message>
        <source>a value of label %1 has %2 bytes</source>
        <translation>ein Wert von Label %1 hat %2 Bytes</translation>
    </message>
    <message>
        <source>Prometheus takes it, and keeps it in memory with every series.</source>
        <translation>Prometheus nimmt ihn an und hält ihn mit jeder Zeitreihe im Speicher.</translation>
    </message>
    <message>
        <source>Texts such as messages and statements belong into a log, not a label.</source>
        <translation>Texte wie Meldungen und Anweisungen gehören in ein Log, nicht in ein Label.</translation>
    </message>
    <message>
        <source>counter %1 is negative: %2</source>
        <translation>Counter %1 ist negativ: %2</translation>
    </message>
    <message>
        <source>Prometheus takes it; rate() sees resets that are none.</source>
        <translation>Prometheus nimmt es an; rate() sieht Neustarts, die keine sind.</translation>
    </message>
    <message>
        <source>A counter counts up from zero. What goes down is a gauge.</source>
        <translation>Ein Counter zählt von null aufwärts. Was auch sinkt, ist ein Gauge.</translation>
    </message>
    <message>
        <source>counter %1 is NaN</source>
        <translation>Counter %1 ist NaN</translation>
    </message>
    <message>
        <source>Prometheus takes it; sums and rates over it become NaN.</source>
        <translation>Prometheus nimmt es an; Summen und Raten darüber werden NaN.</translation>
    </message>
    <message>
        <source>Expose a number, or leave the series out until there is one.</source>
        <translation>Eine Zahl ausgeben oder die Zeitreihe weglassen, bis es eine gibt.</translation>
    </message>
    <message>
        <source>histogram %1 has no bucket le=&quot;+Inf&quot;</source>
        <translation>Histogramm %1 hat keinen Bucket le=&quot;+Inf&quot;</translation>
    </message>
    <message>
        <source>Prometheus takes it; histogram_quantile() gives NaN for it.</source>
        <translation>Prometheus nimmt es an; histogram_quantile() ergibt dafür NaN.</translation>
    </message>
    <message>
        <source>Expose a bucket le=&quot;+Inf&quot; with the number of all observations.</source>
        <translation>Einen Bucket le=&quot;+Inf&quot; mit der Anzahl aller Beobachtungen ausgeben.</translation>
    </message>
    <message>
        <source>the count of histogram %1 is %2, its bucket le=&quot;+Inf&quot; has %3</source>
        <translation>die Anzahl von Histogramm %1 ist %2, sein Bucket le=&quot;+Inf&quot; hat %3</translation>
    </message>
    <message>
        <source>Prometheus takes it; quantiles and averages disagree, conversion to native buckets fails.</source>
        <translation>Prometheus nimmt es an; Quantile und Mittelwerte widersprechen sich, die Umwandlung in native Buckets scheitert.</translation>
    </message>
    <message>
        <source>Take count and buckets from one consistent reading.</source>
        <translation>Anzahl und Buckets aus derselben Ablesung nehmen.</translation>
    </message>
    <message>
        <source>bucket le=%2 of %1 comes after le=%3</source>
        <translation>Bucket le=%2 von %1 steht hinter le=%3</translation>
    </message>
    <message>
        <source>Prometheus takes it; OpenMetrics parsers of others refuse the page.</source>
        <translation>Prometheus nimmt es an; andere OpenMetrics-Parser lehnen die Seite ab.</translation>
    </message>
    <message>
        <source>Write buckets in ascending order.</source>
        <translation>Buckets aufsteigend schreiben.</translation>
    </message>
    <message>
        <source>bucket le=%2 of %1 has %3, less than the %4 of the bucket below it</source>
        <translation>Bucket le=%2 von %1 hat %3, weniger als die %4 des Buckets darunter</translation>
    </message>
    <message>
        <source>Prometheus takes it; histogram_quantile() corrects small differences and misleads on large ones.</source>
        <translation>Prometheus nimmt es an; histogram_quantile() gleicht kleine Unterschiede aus und führt bei großen in die Irre.</translation>
    </message>
    <message>
        <source>Every bucket counts all observations up to its bound, those of lower buckets too.</source>
        <translation>Jeder Bucket zählt alle Beobachtungen bis zu seiner Grenze, auch die der niedrigeren Buckets.</translation>
    </message>
    <message>
        <source>histogram %1 must have both %2 and %3</source>
        <translation>Histogramm %1 muss sowohl %2 als auch %3 haben</translation>
    </message>
    <message>
        <source>Prometheus takes it; averages and rates of observations cannot be asked.</source>
        <translation>Prometheus nimmt es an; Mittelwerte und Raten der Beobachtungen lassen sich nicht bilden.</translation>
    </message>
    <message>
        <source>Expose both.</source>
        <translation>Beide ausgeben.</translation>
    </message>
    <message>
        <source>%1=%2 of %3 is no number</source>
        <translation>%1=%2 von %3 ist keine Zahl</translation>
    </message>
    <message>
        <source>Prometheus takes it; quantiles ignore or spoil this series.</source>
        <translation>Prometheus nimmt es an; Quantile übergehen diese Zeitreihe oder werden durch sie falsch.</translation>
    </message>
    <message>
        <source>Write a number such as 0.5, or +Inf.</source>
        <translation>Eine Zahl wie 0.5 oder +Inf schreiben.</translation>
    </message>
    <message>
        <source>Prometheus takes it; sums over these series count some observations in some buckets only.</source>
        <translation>Prometheus nimmt es an; Summen über diese Zeitreihen zählen manche Beobachtungen nur in manchen Buckets.</translation>
    </message>
    <message>
        <source>Give all series of a histogram the same buckets.</source>
        <translation>Allen Zeitreihen eines Histogramms dieselben Buckets geben.</translation>
    </message>
    <message>
        <source>quantile %2 of %1 does not lie between 0 and 1</source>
        <translation>Quantil %2 von %1 liegt nicht zwischen 0 und 1</translation>
    </message>
    <message>
        <source>Prometheus takes it.</source>
        <translation>Prometheus nimmt es an.</translation>
    </message>
    <message>
        <source>Quantiles are fractions: 0.99, not 99.</source>
        <translation>Quantile sind Anteile: 0.99, nicht 99.</translation>
    </message>
    <message>
        <source>quantile %2 of %1 is %3, less than the %4 of the quantile below it</source>
        <translation>Quantil %2 von %1 ist %3, weniger als die %4 des Quantils darunter</translation>
    </message>
    <message>
        <source>Prometheus takes it; the summary contradicts itself.</source>
        <translation>Prometheus nimmt es an; die Summary widerspricht sich selbst.</translation>
    </message>
    <message>
        <source>Take all quantiles from one reading.</source>
        <translation>Alle Quantile aus derselben Ablesung nehmen.</translation>
    </message>
    <message>
        <source>%1 of %2 samples have timestamps</source>
        <translation>%1 von %2 Messwerten haben Zeitstempel</translation>
    </message>
    <message>
        <source>Leave timestamps out, or scrape with honor_timestamps: false.</source>
        <translation>Zeitstempel weglassen oder mit honor_timestamps: false abfragen.</translation>
    </message>
    <message>
        <source>%1 was sampled %2 ago</source>
        <translation>%1 wurde vor %2 erhoben</translation>
    </message>
    <message>
        <source>Queries look back five minutes: the series is not seen.</source>
        <translation>Anfragen blicken fünf Minuten zurück: Die Zeitreihe ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>Leave the timestamp out, or expose what is measured now.</source>
        <translation>Den Zeitstempel weglassen oder ausgeben, was jetzt gemessen wird.</translation>
    </message>
    <message>
        <source>%1 is %2 ahead of this machine&apos;s clock</source>
        <translation>%1 ist der Uhr dieses Rechners um %2 voraus</translation>
    </message>
    <message>
        <source>Set the clocks right, or leave the timestamp out.</source>
        <translation>Die Uhren richtig stellen oder den Zeitstempel weglassen.</translation>
    </message>
    <message>
        <source>%1 of %2 series are _created lines</source>
        <translation>%1 von %2 Zeitreihen sind _created-Zeilen</translation>
    </message>
    <message>
        <source>Prometheus stores them as series of their own, unless it ingests start timestamps.</source>
        <translation>Prometheus speichert sie als eigene Zeitreihen, wenn es keine Startzeitstempel übernimmt.</translation>
    </message>
    <message>
        <source>Switch on created-timestamp-zero-ingestion, or tell the client library to leave them out.</source>
        <translation>created-timestamp-zero-ingestion einschalten oder die Client-Bibliothek anweisen, sie wegzulassen.</translation>
    </message>
    <message>
        <source>%1 exemplars lead from metrics to traces</source>
        <translation>%1 Exemplare führen von Metriken zu Traces</translation>
    </message>
    <message>
        <source>Prometheus keeps them with --enable-feature=exemplar-storage only.</source>
        <translation>Prometheus behält sie nur mit --enable-feature=exemplar-storage.</translation>
    </message>
    <message>
        <source>Nothing to mend.</source>
        <translation>Nichts zu beheben.</translation>
    </message>
    <message>
        <source>%1 series are native histograms</source>
        <translation>%1 Zeitreihen sind native Histogramme</translation>
    </message>
    <message>
        <source>Prometheus reads them with scrape_native_histograms: true only.</source>
        <translation>Prometheus liest sie nur mit scrape_native_histograms: true.</translation>
    </message>
    <message>
        <source>%1 has %2 series, %3 of the page&apos;s %4</source>
        <translation>%1 hat %2 Zeitreihen, %3 der %4 auf der Seite</translation>
    </message>
    <message>
        <source>Prometheus keeps every series in memory for hours: it costs, and slows queries.</source>
        <translation>Prometheus hält jede Zeitreihe stundenlang im Speicher: Das kostet und macht Anfragen langsam.</translation>
    </message>
    <message>
        <source>Drop or coarsen the label that makes most of them.</source>
        <translation>Das Label, das die meisten davon verursacht, entfernen oder vergröbern.</translation>
    </message>
    <message>
        <source>label %2 of %1 has %3 values; without it the metric&apos;s %4 series would be %5</source>
        <translation>Label %2 von %1 hat %3 Werte; ohne es hätte die Metrik statt %4 Zeitreihen %5</translation>
    </message>
    <message>
        <source>the %3 values of label %2 of %1 look like %4: %5</source>
        <translation>die %3 Werte von Label %2 von %1 sehen aus wie %4: %5</translation>
    </message>
    <message>
        <source>Every new value is a new series for ever: memory and disk grow without end.</source>
        <translation>Jeder neue Wert ist für immer eine neue Zeitreihe: Der Bedarf an Speicher und Plattenplatz wächst ohne Ende.</translation>
    </message>
    <message>
        <source>Take the label away; what identifies a single request or user belongs into logs and traces.</source>
        <translation>Das Label entfernen; was einzelne Anfragen oder Benutzer kennzeichnet, gehört in Logs und Traces.</translation>
    </message>
    <message>
        <source>The scrape fails: up is 0, and all series of the endpoint end.</source>
        <translation>Die Abfrage scheitert: up ist 0, und alle Zeitreihen des Endpunkts enden.</translation>
    </message>
    <message>
        <source>Only 200 is a page: look at path, credentials and the service&apos;s log.</source>
        <translation>Nur 200 ist eine Seite: Pfad, Zugangsdaten und das Log des Dienstes prüfen.</translation>
    </message>
    <message>
        <source>Send Content-Type: text/plain; version=0.0.4, or set fallback_scrape_protocol.</source>
        <translation>Content-Type: text/plain; version=0.0.4 senden oder fallback_scrape_protocol setzen.</translation>
    </message>
    <message>
        <source>Send the Content-Type of an exposition format, or set fallback_scrape_protocol; is it the right path?</source>
        <translation>Den Content-Type eines Expositionsformats senden oder fallback_scrape_protocol setzen; stimmt der Pfad?</translation>
    </message>
    <message>
        <source>Raise body_size_limit, or expose less.</source>
        <translation>body_size_limit anheben oder weniger ausgeben.</translation>
    </message>
    <message>
        <source>Raise scrape_timeout, or make the endpoint collect faster.</source>
        <translation>scrape_timeout anheben oder den Endpunkt schneller sammeln lassen.</translation>
    </message>
    <message>
        <source>Send what Content-Encoding says, complete.</source>
        <translation>Senden, was Content-Encoding sagt, und zwar vollständig.</translation>
    </message>
    <message>
        <source>Raise the limit that is named, or expose less.</source>
        <translation>Die genannte Grenze anheben oder weniger ausgeben.</translation>
    </message>
    <message>
        <source>Wait, or let the clock of this machine be set by NTP.</source>
        <translation>Warten oder die Uhr dieses Rechners per NTP stellen lassen.</translation>
    </message>
    <message>
        <source>the scrape took %1 of the %2 that it may take</source>
        <translation>die Abfrage dauerte %1 von höchstens %2</translation>
    </message>
    <message>
        <source>A little more load and the scrape fails: up is 0.</source>
        <translation>Etwas mehr Last, und die Abfrage scheitert: up ist 0.</translation>
    </message>
    <message>
        <source>scrapes took between %1 and %2</source>
        <translation>Abfragen dauerten zwischen %1 und %2</translation>
    </message>
    <message>
        <source>Prometheus gives samples the time at which the scrape began.</source>
        <translation>Prometheus gibt Messwerten den Zeitpunkt, zu dem die Abfrage begann.</translation>
    </message>
    <message>
        <source>Collect in the background rather than while the page is asked for.</source>
        <translation>Im Hintergrund sammeln statt erst während der Abfrage.</translation>
    </message>
    <message>
        <source>%1 bytes came as they are, although gzip was offered</source>
        <translation>%1 Bytes kamen unkomprimiert, obwohl gzip angeboten wurde</translation>
    </message>
    <message>
        <source>Prometheus reads both; text packs to about a tenth.</source>
        <translation>Prometheus liest beides; Text schrumpft auf etwa ein Zehntel.</translation>
    </message>
    <message>
        <source>Switch on gzip in the client library or the proxy.</source>
        <translation>gzip in der Client-Bibliothek oder im Proxy einschalten.</translation>
    </message>
    <message>
        <source>the page has %1 of the %2 bytes that it may have</source>
        <translation>die Seite hat %1 von höchstens %2 Bytes</translation>
    </message>
    <message>
        <source>A little more and the scrape fails: up is 0.</source>
        <translation>Etwas mehr, und die Abfrage scheitert: up ist 0.</translation>
    </message>
    <message>
        <source>counter %1 went from %2 to %3, and nothing says that the service restarted</source>
        <translation>Counter %1 fiel von %2 auf %3, und nichts deutet auf einen Neustart des Dienstes hin</translation>
    </message>
    <message>
        <source>rate() takes it for a restart and adds the whole new value: too much.</source>
        <translation>rate() hält es für einen Neustart und zählt den ganzen neuen Wert hinzu: zu viel.</translation>
    </message>
    <message>
        <source>A counter counts up only. What goes down is a gauge.</source>
        <translation>Ein Counter zählt nur aufwärts. Was auch sinkt, ist ein Gauge.</translation>
    </message>
    <message>
        <source>%1 was a %2, now it is a %3</source>
        <translation>%1 hatte den Typ %2 und hat jetzt den Typ %3</translation>
    </message>
    <message>
        <source>Prometheus keeps the last type; queries that fit one do not fit the other.</source>
        <translation>Prometheus behält den letzten Typ; Anfragen, die zum einen passen, passen nicht zum anderen.</translation>
    </message>
    <message>
        <source>Give the two metrics different names.</source>
        <translation>Den beiden Metriken verschiedene Namen geben.</translation>
    </message>
    <message>
        <source>of the %2 series of %1, %3 are new and %4 have gone since the scrape before</source>
        <translation>von den %2 Zeitreihen von %1 sind seit der vorigen Abfrage %3 neu und %4 verschwunden</translation>
    </message>
    <message>
        <source>Every new series costs memory and disk for hours, however short it lives.</source>
        <translation>Jede neue Zeitreihe kostet stundenlang Speicher und Plattenplatz, wie kurz sie auch lebt.</translation>
    </message>
    <message>
        <source>Look for a label whose value changes from scrape to scrape.</source>
        <translation>Nach einem Label suchen, dessen Wert sich von Abfrage zu Abfrage ändert.</translation>
    </message>
    <message>
        <source>the service restarted between the two scrapes</source>
        <translation>der Dienst wurde zwischen den beiden Abfragen neu gestartet</translation>
    </message>
    <message>
        <source>rate() counts on from zero.</source>
        <translation>rate() zählt von null an weiter.</translation>
    </message>
    <message>
        <source>non-histogram</source>
        <extracomment>in &quot;%1 metrics should not have …&quot;</extracomment>
        <translation>die keine Histogramme sind</translation>
    </message>
    <message>
        <source>non-summary</source>
        <extracomment>in &quot;%1 metrics should not have …&quot;</extracomment>
        <translation>die keine Summarys sind</translation>
    </message>
    <message>
        <source>non-histogram and non-summary</source>
        <extracomment>in &quot;%1 metrics should not have …&quot;</extracomment>
        <translation>die weder Histogramme noch Summarys sind</translation>
    </message>
    <message>
        <source>a UUID</source>
        <extracomment>in &quot;the values of a label look like %1&quot;, and in &quot;without end: %1&quot;</extracomment>
        <translation>eine UUID</translation>
    </message>
    <message>
        <source>a hash</source>
        <extracomment>in &quot;the values of a label look like %1&quot;, and in &quot;without end: %1&quot;</extracomment>
        <translation>ein Hash</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <extracomment>in &quot;the values of a label look like %1&quot;, and in &quot;without end: %1&quot;</extracomment>
        <translation>eine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>a URL</source>
        <extracomment>in &quot;the values of a label look like %1&quot;, and in &quot;without end: %1&quot;</extracomment>
        <translation>eine URL</translation>
    </message>
    <message>
        <source>a time</source>
        <extracomment>in &quot;the values of a label look like %1&quot;, and in &quot;without end: %1&quot;</extracomment>
        <translation>ein Zeitpunkt</translation>
    </message>
    <message>
        <source>a number that counts on</source>
        <extracomment>in &quot;the values of a label look like %1&quot;, and in &quot;without end: %1&quot;</extracomment>
        <translation>eine fortlaufende Nummer</translation>
    </message>
    <message>
        <source>the page is examined up to here: %1 samples in %2 metrics</source>
        <translation>die Seite ist bis hierher untersucht: %1 Messwerte in %2 Metriken</translation>
    </message>
    <message>
        <source>Prometheus reads all of it, and keeps every series in memory.</source>
        <translation>Prometheus liest alles und hält jede Zeitreihe im Speicher.</translation>
    </message>
    <message>
        <source>Expose less, or split the endpoint into several.</source>
        <translation>Weniger ausgeben oder den Endpunkt in mehrere aufteilen.</translation>
    </message>
    <message>
        <source>Look at address, port and whether the service runs.</source>
        <translation>Adresse und Port prüfen und ob der Dienst läuft.</translation>
    </message>
    <message>
        <source>Look at the service&apos;s certificate, its name and dates, and at tls_config.</source>
        <translation>Das Zertifikat des Dienstes, dessen Namen und Gültigkeit sowie tls_config prüfen.</translation>
    </message>
    <message>
        <source>Look at the port: what answers there does not speak HTTP as it should.</source>
        <translation>Den Port prüfen: Was dort antwortet, hält sich nicht an HTTP.</translation>
    </message>
    <message>
        <source>Scrape the address at which the redirects end.</source>
        <translation>Die Adresse abfragen, bei der die Weiterleitungen enden.</translation>
    </message>
    <message>
        <source>Correct the address that is named.</source>
        <translation>Die genannte Adresse berichtigen.</translation>
    </message>
    <message>
        <source>Change the setting that is named: the service was not even asked.</source>
        <translation>Die genannte Einstellung ändern: Der Dienst wurde gar nicht erst gefragt.</translation>
    </message>
    <message>
        <source>Look at what is named: whether it is there, and who may read it.</source>
        <translation>Das Genannte prüfen: ob es da ist und wer es lesen darf.</translation>
    </message>
    <message>
        <source>Run the command by hand and look at what it says.</source>
        <translation>Den Befehl von Hand ausführen und seine Meldungen lesen.</translation>
    </message>
    <message>
        <source>Look at what the message names.</source>
        <translation>Prüfen, was die Meldung nennt.</translation>
    </message>
    <message>
        <source>Prometheus takes what is before it, and says nothing of the rest.</source>
        <translation>Prometheus nimmt, was davor steht, und sagt vom Rest nichts.</translation>
    </message>
    <message>
        <source>Leave NUL bytes out.</source>
        <translation>NUL-Bytes weglassen.</translation>
    </message>
    <message>
        <source>the page ends like OpenMetrics, but it is read as the text format</source>
        <translation>die Seite endet wie OpenMetrics, wird aber als Textformat gelesen</translation>
    </message>
    <message>
        <source>Prometheus goes by the Content-Type, and takes the line for a comment.</source>
        <translation>Prometheus richtet sich nach dem Content-Type und hält die Zeile für einen Kommentar.</translation>
    </message>
    <message>
        <source>Send OpenMetrics as application/openmetrics-text; version=1.0.0, with # EOF spelt so; or leave the line out.</source>
        <translation>OpenMetrics als application/openmetrics-text; version=1.0.0 senden, mit # EOF in genau dieser Schreibweise; oder die Zeile weglassen.</translation>
    </message>
    <message>
        <source>the body is HTML or XML, not an exposition</source>
        <translation>der Inhalt ist HTML oder XML, keine Exposition</translation>
    </message>
    <message>
        <source>Look at path and port: a page for browsers is no exposition; most serve /metrics.</source>
        <translation>Pfad und Port prüfen: Eine Seite für Browser ist keine Exposition; die meisten Dienste bieten /metrics an.</translation>
    </message>
    <message>
        <source>the body is JSON, not an exposition</source>
        <translation>der Inhalt ist JSON, keine Exposition</translation>
    </message>
    <message>
        <source>Look at the path, or put an exporter between: JSON is no exposition.</source>
        <translation>Den Pfad prüfen oder einen Exporter dazwischenschalten: JSON ist keine Exposition.</translation>
    </message>
    <message>
        <source>the body is UTF-16</source>
        <translation>der Inhalt ist UTF-16</translation>
    </message>
    <message>
        <source>Write the page in UTF-8.</source>
        <translation>Die Seite in UTF-8 schreiben.</translation>
    </message>
    <message>
        <source>the body is packed, and no Content-Encoding says so</source>
        <translation>der Inhalt ist komprimiert, und kein Content-Encoding sagt es</translation>
    </message>
    <message>
        <source>Send Content-Encoding: gzip with packed bodies, or send them as they are.</source>
        <translation>Komprimierte Inhalte mit Content-Encoding: gzip senden oder gar nicht erst komprimieren.</translation>
    </message>
    <message>
        <source>the page begins with a byte order mark</source>
        <translation>die Seite beginnt mit einer Byte-Reihenfolge-Marke</translation>
    </message>
    <message>
        <source>Write UTF-8 without the byte order mark (BOM) at the beginning.</source>
        <translation>UTF-8 ohne die Byte-Reihenfolge-Marke (BOM) am Anfang schreiben.</translation>
    </message>
    <message>
        <source>End the page with one line # EOF.</source>
        <translation>Die Seite mit genau einer Zeile # EOF beenden.</translation>
    </message>
    <message>
        <source>Write # EOF in capitals, with one blank between and nothing behind it, as the last line.</source>
        <translation># EOF in Großbuchstaben schreiben, mit einem Leerzeichen dazwischen und nichts dahinter, als letzte Zeile.</translation>
    </message>
    <message>
        <source>Leave out what is behind # EOF: it is the last line.</source>
        <translation>Weglassen, was hinter # EOF steht: Es ist die letzte Zeile.</translation>
    </message>
    <message>
        <source>Send the page to its end: the last line is cut off. Look at what writes it, at Content-Length and at proxies between.</source>
        <translation>Die Seite bis zum Ende senden: Die letzte Zeile ist abgeschnitten. Prüfen, was sie schreibt, dazu Content-Length und Proxys dazwischen.</translation>
    </message>
    <message>
        <source>Leave out empty lines and comments, which OpenMetrics does not have, or send Content-Type: text/plain; version=0.0.4.</source>
        <translation>Leere Zeilen und Kommentare weglassen, die es in OpenMetrics nicht gibt, oder Content-Type: text/plain; version=0.0.4 senden.</translation>
    </message>
    <message>
        <source>Separate with exactly one blank: OpenMetrics takes no tabs, and no blanks at either end of a line.</source>
        <translation>Mit genau einem Leerzeichen trennen: OpenMetrics lässt keine Tabulatoren zu und keine Leerzeichen am Anfang oder Ende einer Zeile.</translation>
    </message>
    <message>
        <source>Put label values into double quotes: name=&quot;value&quot;.</source>
        <translation>Labelwerte in doppelte Anführungszeichen setzen: name=&quot;value&quot;.</translation>
    </message>
    <message>
        <source>Put label values into straight double quotes: name=&quot;value&quot;.</source>
        <translation>Labelwerte in gerade doppelte Anführungszeichen setzen: name=&quot;value&quot;.</translation>
    </message>
    <message>
        <source>Put the label&apos;s value into double quotes: name=&quot;value&quot;.</source>
        <translation>Den Wert des Labels in doppelte Anführungszeichen setzen: name=&quot;value&quot;.</translation>
    </message>
    <message>
        <source>Close the label&apos;s value with a double quote; write a quote in it as \&quot; and a line feed as \n.</source>
        <translation>Den Wert des Labels mit einem doppelten Anführungszeichen schließen; darin ein Anführungszeichen als \&quot; und einen Zeilenvorschub als \n schreiben.</translation>
    </message>
    <message>
        <source>Write every label as name=&quot;value&quot;.</source>
        <translation>Jedes Label als name=&quot;value&quot; schreiben.</translation>
    </message>
    <message>
        <source>Let label names be letters, digits and underscores, without a digit at the beginning; other names stand in double quotes.</source>
        <translation>In Labelnamen nur Buchstaben, Ziffern und Unterstriche verwenden, am Anfang keine Ziffer; andere Namen stehen in doppelten Anführungszeichen.</translation>
    </message>
    <message>
        <source>Put exactly one comma between two labels.</source>
        <translation>Zwischen zwei Labels genau ein Komma setzen.</translation>
    </message>
    <message>
        <source>Close the labels with } before the value.</source>
        <translation>Die Labels vor dem Wert mit } schließen.</translation>
    </message>
    <message>
        <source>Let metric names be letters, digits, underscores and colons, without a digit at the beginning; other names stand in braces: {&quot;a.b&quot;} 1.</source>
        <translation>In Metriknamen nur Buchstaben, Ziffern, Unterstriche und Doppelpunkte verwenden, am Anfang keine Ziffer; andere Namen stehen in geschweiften Klammern: {&quot;a.b&quot;} 1.</translation>
    </message>
    <message>
        <source>Give every series one name: before the braces, or in quotes between them.</source>
        <translation>Jeder Zeitreihe einen Namen geben: vor den geschweiften Klammern oder in Anführungszeichen zwischen ihnen.</translation>
    </message>
    <message>
        <source>Write the value behind the name, after a blank.</source>
        <translation>Den Wert hinter den Namen schreiben, nach einem Leerzeichen.</translation>
    </message>
    <message>
        <source>Write numbers with a decimal point and without grouping: 1234.5.</source>
        <translation>Zahlen mit Dezimalpunkt und ohne Tausendertrennung schreiben: 1234.5.</translation>
    </message>
    <message>
        <source>Write the number alone, in the base unit: 0.25, not 250ms; percent as a fraction.</source>
        <translation>Nur die Zahl schreiben, in der Basiseinheit: 0.25, nicht 250ms; Prozent als Anteil.</translation>
    </message>
    <message>
        <source>Write 1 for true and 0 for false.</source>
        <translation>1 für wahr und 0 für falsch schreiben.</translation>
    </message>
    <message>
        <source>Leave the line out where there is no value, or write NaN.</source>
        <translation>Die Zeile weglassen, wo es keinen Wert gibt, oder NaN schreiben.</translation>
    </message>
    <message>
        <source>Write the number without quotes.</source>
        <translation>Die Zahl ohne Anführungszeichen schreiben.</translation>
    </message>
    <message>
        <source>Write numbers up to 1.8e308, or +Inf.</source>
        <translation>Zahlen bis 1.8e308 schreiben oder +Inf.</translation>
    </message>
    <message>
        <source>Write one number behind the name: digits with a point or exponent, NaN, +Inf or -Inf. Texts belong into labels.</source>
        <translation>Eine Zahl hinter den Namen schreiben: Ziffern mit Punkt oder Exponent, NaN, +Inf oder -Inf. Texte gehören in Labels.</translation>
    </message>
    <message>
        <source>Write the time since 1970 as one number, in the text format whole milliseconds without a sign, in OpenMetrics seconds; or leave it out.</source>
        <translation>Die Zeit seit 1970 als eine Zahl schreiben, im Textformat ganze Millisekunden ohne Vorzeichen, in OpenMetrics Sekunden; oder sie weglassen.</translation>
    </message>
    <message>
        <source>Serve exemplars as OpenMetrics: the text format has none.</source>
        <translation>Exemplare als OpenMetrics ausgeben: Das Textformat hat keine.</translation>
    </message>
    <message>
        <source>Write exemplars as # {trace_id=&quot;…&quot;} with a value, and a time if there is one.</source>
        <translation>Exemplare als # {trace_id=&quot;…&quot;} mit einem Wert schreiben, und mit einer Zeit, wenn es eine gibt.</translation>
    </message>
    <message>
        <source>End the line behind value and timestamp; remarks are lines of their own that begin with #.</source>
        <translation>Die Zeile hinter Wert und Zeitstempel beenden; Bemerkungen sind eigene Zeilen, die mit # beginnen.</translation>
    </message>
    <message>
        <source>Write counter, gauge, histogram or summary; untyped in the text format alone, and unknown, info, stateset and gaugehistogram in OpenMetrics alone.</source>
        <translation>counter, gauge, histogram oder summary schreiben; untyped nur im Textformat, unknown, info, stateset und gaugehistogram nur in OpenMetrics.</translation>
    </message>
    <message>
        <source>Let the name end in an underscore and the unit, _total left out, or drop the UNIT line.</source>
        <translation>Den Namen, von _total abgesehen, auf einen Unterstrich und die Einheit enden lassen oder die UNIT-Zeile streichen.</translation>
    </message>
    <message>
        <source>Write keyword, name and text with a blank between: # TYPE name counter.</source>
        <translation>Schlüsselwort, Name und Text mit je einem Leerzeichen dazwischen schreiben: # TYPE name counter.</translation>
    </message>
    <message>
        <source>Write names, label values and HELP in UTF-8.</source>
        <translation>Namen, Labelwerte und HELP in UTF-8 schreiben.</translation>
    </message>
    <message>
        <source>%1 is a series that Prometheus itself writes for every target</source>
        <translation>%1 ist eine Zeitreihe, die Prometheus selbst für jedes Ziel schreibt</translation>
    </message>
    <message>
        <source>The exposed sample comes first: with equal labels Prometheus&apos; own is dropped, and %1 says what the endpoint says; with more labels both answer to the same queries and alerts.</source>
        <translation>Der ausgegebene Messwert kommt zuerst: Bei gleichen Labels wird der von Prometheus selbst verworfen, und %1 sagt, was der Endpunkt sagt; mit weiteren Labels antworten beide auf dieselben Anfragen und Alarme.</translation>
    </message>
    <message>
        <source>Rename the metric, or drop it with metric_relabel_configs; a federated page is scraped with honor_labels: true.</source>
        <translation>Die Metrik umbenennen oder mit metric_relabel_configs verwerfen; eine föderierte Seite wird mit honor_labels: true abgefragt.</translation>
    </message>
    <message>
        <source>%1 is a series that Prometheus itself writes for every alert</source>
        <translation>%1 ist eine Zeitreihe, die Prometheus selbst für jeden Alarm schreibt</translation>
    </message>
    <message>
        <source>Prometheus takes it: queries and dashboards count it among this server&apos;s own alerts.</source>
        <translation>Prometheus nimmt es an: Anfragen und Dashboards zählen es zu den eigenen Alarmen dieses Servers.</translation>
    </message>
    <message>
        <source>Rename the metric; a federated page is scraped with honor_labels: true.</source>
        <translation>Die Metrik umbenennen; eine föderierte Seite wird mit honor_labels: true abgefragt.</translation>
    </message>
    <message>
        <source>%1 begins like the series that Prometheus writes about every scrape</source>
        <translation>%1 beginnt wie die Zeitreihen, die Prometheus über jede Abfrage schreibt</translation>
    </message>
    <message>
        <source>Prometheus takes it; a later version may write a series of this name.</source>
        <translation>Prometheus nimmt es an; eine spätere Version könnte eine Zeitreihe dieses Namens schreiben.</translation>
    </message>
    <message>
        <source>Use another prefix than scrape_.</source>
        <translation>Ein anderes Präfix als scrape_ verwenden.</translation>
    </message>
    <message>
        <source>%1 is an info metric, but its value is %2, not 1</source>
        <translation>%1 ist eine Info-Metrik, aber ihr Wert ist %2, nicht 1</translation>
    </message>
    <message>
        <source>of the %2 states that label %3 of %1 names one is 1, the others are 0: a state set</source>
        <translation>von den %2 Zuständen, die Label %3 von %1 nennt, ist einer 1, die anderen sind 0: eine Zustandsmenge</translation>
    </message>
    <message>
        <source>%1 is a boolean: 0 or 1</source>
        <translation>%1 ist ein Wahrheitswert: 0 oder 1</translation>
    </message>
    <message>
        <source>Prometheus takes it; avg_over_time() of it is the share of the time, rate() of it tells nothing.</source>
        <translation>Prometheus nimmt es an; avg_over_time() davon ist der Anteil an der Zeit, rate() davon sagt nichts aus.</translation>
    </message>
    <message>
        <source>Say in its HELP what 1 means. What may come and go between two scrapes is better counted.</source>
        <translation>Im HELP-Text sagen, was 1 bedeutet. Was zwischen zwei Abfragen kommen und gehen kann, wird besser gezählt.</translation>
    </message>
    <message>
        <source>the series of histogram %1 do not have the same buckets: the first one alone has {%2}, this one {%3}</source>
        <translation>die Zeitreihen von Histogramm %1 haben nicht dieselben Buckets: nur die erste hat {%2}, nur diese {%3}</translation>
    </message>
    <message>
        <source>label %2 of %1 has %3 values that follow from label %4: without it the metric still has %5 series, without both %6</source>
        <translation>Label %2 von %1 hat %3 Werte, die aus Label %4 folgen: Ohne %2 hat die Metrik noch immer %5 Zeitreihen, ohne beide %6</translation>
    </message>
    <message>
        <source>Dropping %2 alone saves no series: drop or group both labels, or none.</source>
        <translation>%2 allein zu entfernen spart keine Zeitreihen: beide Labels entfernen oder zusammenfassen, oder keines.</translation>
    </message>
    <message>
        <source>the body came with Content-Encoding: %1, which was not asked for</source>
        <translation>der Inhalt kam mit Content-Encoding: %1, was nicht angefordert war</translation>
    </message>
    <message>
        <source>Prometheus unpacks gzip alone, in lower case; anything else it reads as it is, and refuses: up is 0.</source>
        <translation>Prometheus entpackt nur gzip, klein geschrieben; alles andere liest es, wie es ist, und lehnt es ab: up ist 0.</translation>
    </message>
    <message>
        <source>Send gzip or no encoding, as Accept-Encoding asks: look at the service and at proxies before it.</source>
        <translation>gzip oder gar keine Kodierung senden, wie Accept-Encoding es verlangt: den Dienst und Proxys davor prüfen.</translation>
    </message>
    <message>
        <source>Content-Encoding says %1, but the page is not packed</source>
        <translation>Content-Encoding sagt %1, aber die Seite ist nicht komprimiert</translation>
    </message>
    <message>
        <source>Prometheus takes it: it unpacks gzip alone and reads anything else as it is. Other readers refuse it.</source>
        <translation>Prometheus nimmt es an: Es entpackt nur gzip und liest alles andere, wie es ist. Andere Leser lehnen es ab.</translation>
    </message>
    <message>
        <source>Leave Content-Encoding out.</source>
        <translation>Content-Encoding weglassen.</translation>
    </message>
    <message>
        <source>Prometheus takes the classic series and does not look at the native part; with scrape_native_histograms: true it takes nothing of the page: up is 0.</source>
        <translation>Prometheus nimmt die klassischen Zeitreihen und sieht sich den nativen Teil nicht an; mit scrape_native_histograms: true übernimmt es nichts von der Seite: up ist 0.</translation>
    </message>
    <message>
        <source>histograms that have a native part, too: %1</source>
        <translation>Histogramme, die auch einen nativen Teil haben: %1</translation>
    </message>
    <message>
        <source>Prometheus takes their classic series alone; with scrape_native_histograms: true it takes the native histograms in their place, or both where always_scrape_classic_histograms is true.</source>
        <translation>Prometheus nimmt nur ihre klassischen Zeitreihen; mit scrape_native_histograms: true nimmt es stattdessen die nativen Histogramme, oder beide, wenn always_scrape_classic_histograms auf true steht.</translation>
    </message>
    <message>
        <source>Nothing to mend; switch scrape_native_histograms on where they are wanted.</source>
        <translation>Nichts zu beheben; wo sie gewünscht sind, scrape_native_histograms einschalten.</translation>
    </message>
    <message>
        <source>Write the type in lower case: counter, gauge, histogram or summary. promtool reads it in any.</source>
        <translation>Den Typ kleinschreiben: counter, gauge, histogram oder summary. promtool liest ihn in jeder Schreibweise.</translation>
    </message>
    <message>
        <source>%1 is 1 and its labels tell what something is: an info metric</source>
        <translation>%1 ist 1, und die Labels sagen, was etwas ist: eine Info-Metrik</translation>
    </message>
    <message>
        <source>Leave the label out where the metric is made, or group its values; labeldrop alone would make equal series of them, of which Prometheus keeps one.</source>
        <translation>Das Label weglassen, wo die Metrik entsteht, oder seine Werte zusammenfassen; labeldrop allein machte daraus gleiche Zeitreihen, von denen Prometheus eine behält.</translation>
    </message>
    <message>
        <source>a line # EOF stands inside the page, which is read as the text format</source>
        <translation>eine Zeile # EOF steht mitten in der Seite, die als Textformat gelesen wird</translation>
    </message>
    <message>
        <source>Prometheus goes by the Content-Type: it takes the line for a comment, or refuses what is behind it where the page is sent as OpenMetrics.</source>
        <translation>Prometheus richtet sich nach dem Content-Type: Es hält die Zeile für einen Kommentar oder lehnt ab, was hinter ihr steht, wo die Seite als OpenMetrics gesendet wird.</translation>
    </message>
    <message>
        <source>Let # EOF be the last line alone, and send OpenMetrics as application/openmetrics-text; version=1.0.0; or leave the line out.</source>
        <translation># EOF nur als letzte Zeile schreiben und OpenMetrics als application/openmetrics-text; version=1.0.0 senden; oder die Zeile weglassen.</translation>
    </message>
    <message>
        <source>the answer is an HTML page; its title: %1</source>
        <translation>die Antwort ist eine HTML-Seite; ihr Titel: %1</translation>
    </message>
    <message>
        <source>Prometheus does not read it: up is 0.</source>
        <translation>Prometheus liest sie nicht: up ist 0.</translation>
    </message>
    <message>
        <source>Open the address in a browser: is it the right path, or does a proxy or a gateway answer?</source>
        <translation>Die Adresse in einem Browser öffnen: Stimmt der Pfad, oder antwortet ein Proxy oder ein Gateway?</translation>
    </message>
    <message>
        <source>the answer is an HTML page that asks for a password; its title: %1</source>
        <translation>die Antwort ist eine HTML-Seite, die nach einem Passwort fragt; ihr Titel: %1</translation>
    </message>
    <message>
        <source>Prometheus does not read it, and fills in no form: up is 0.</source>
        <translation>Prometheus liest sie nicht und füllt kein Formular aus: up ist 0.</translation>
    </message>
    <message>
        <source>Set the credentials that the service takes without its form, as basic_auth or authorization, or let the path of the metrics pass without a login.</source>
        <translation>Die Zugangsdaten, die der Dienst ohne sein Formular annimmt, als basic_auth oder authorization setzen, oder den Pfad der Metriken ohne Anmeldung durchlassen.</translation>
    </message>
    <message>
        <source>the answer is JSON</source>
        <translation>die Antwort ist JSON</translation>
    </message>
    <message>
        <source>Look for the path at which the service exposes text; what has only JSON needs an exporter.</source>
        <translation>Den Pfad suchen, unter dem der Dienst Text ausgibt; was nur JSON hat, braucht einen Exporter.</translation>
    </message>
    <message>
        <source>the service asks for credentials: %1</source>
        <translation>der Dienst verlangt Zugangsdaten: %1</translation>
    </message>
    <message>
        <source>Prometheus sends those that are set, and asks nobody: up is 0.</source>
        <translation>Prometheus sendet die gesetzten und fragt niemanden: up ist 0.</translation>
    </message>
    <message>
        <source>Set what it asks for as basic_auth or authorization; where that is done, it does not take them.</source>
        <translation>Was er verlangt, als basic_auth oder authorization setzen; wo das geschehen ist, nimmt er sie nicht an.</translation>
    </message>
    <message>
        <source>only the first %1 bytes of the answer were read</source>
        <translation>nur die ersten %1 Bytes der Antwort wurden gelesen</translation>
    </message>
    <message>
        <source>Prometheus does not read it at all.</source>
        <translation>Prometheus liest sie überhaupt nicht.</translation>
    </message>
    <message>
        <source>Nothing to mend: it is not a page that is scraped.</source>
        <translation>Nichts zu beheben: Es ist keine Seite, die abgefragt wird.</translation>
    </message>
    <message>
        <source>not a metrics page: the answer has no Content-Type</source>
        <translation>keine Metrikseite: die Antwort hat keinen Content-Type</translation>
    </message>
    <message>
        <source>not a metrics page: the answer has content type &quot;%1&quot;</source>
        <translation>keine Metrikseite: die Antwort hat den Inhaltstyp „%1“</translation>
    </message>
    <message>
        <source>Prometheus keeps the exemplar with both labels; stricter readers refuse the page.</source>
        <translation>Prometheus behält das Exemplar mit beiden Labels; strengere Leser weisen die Seite ab.</translation>
    </message>
    <message>
        <source>Write every label of an exemplar once.</source>
        <translation>Jedes Label eines Exemplars nur einmal schreiben.</translation>
    </message>
    <message>
        <source>Prometheus leaves the label out, because one of its values is empty; stricter readers refuse the page.</source>
        <translation>Prometheus lässt das Label weg, weil einer seiner Werte leer ist; strengere Leser weisen die Seite ab.</translation>
    </message>
    <message>
        <source>Write every label once.</source>
        <translation>Jedes Label nur einmal schreiben.</translation>
    </message>
    <message>
        <source>For Prometheus it is untyped: nothing tells that rate() is right for it, or wrong.</source>
        <translation>Für Prometheus hat sie keinen Typ: nichts sagt, ob rate() für sie richtig ist oder falsch.</translation>
    </message>
    <message>
        <source>promtool check metrics reads the page as the text format, and says: %1</source>
        <translation>promtool check metrics liest die Seite als Textformat und sagt: %1</translation>
    </message>
    <message>
        <source>Prometheus takes it as it is, and reads the page as OpenMetrics where its Content-Type says so.</source>
        <translation>Prometheus nimmt es so, wie es ist, und liest die Seite als OpenMetrics, wo ihr Content-Type das sagt.</translation>
    </message>
    <message>
        <source>Nothing to mend for Prometheus: in OpenMetrics a counter&apos;s HELP and TYPE name it without _total, where promtool does not look.</source>
        <translation>Für Prometheus ist nichts zu ändern: in OpenMetrics nennen HELP und TYPE einen Zähler ohne _total, und dort sieht promtool nicht nach.</translation>
    </message>
    <message>
        <source>Prometheus stores them at these times, where they are within its bounds, and writes no stale markers when they vanish: queries show the last value for five minutes more.</source>
        <translation>Prometheus speichert sie zu diesen Zeiten, soweit sie in seinen Grenzen liegen, und vermerkt nicht, wenn sie verschwinden: Abfragen zeigen den letzten Wert noch fünf Minuten lang.</translation>
    </message>
    <message>
        <source>Prometheus drops samples that are more than an hour older than the newest it has, as out of bounds, unless its out_of_order_time_window reaches further back: the scrape is good, but the series is missing.</source>
        <translation>Prometheus verwirft Messwerte, die über eine Stunde älter sind als der neueste, den es hat, als außerhalb der Grenzen, wenn sein out_of_order_time_window nicht weiter zurückreicht: die Abfrage gelingt, aber die Zeitreihe fehlt.</translation>
    </message>
    <message>
        <source>Prometheus drops samples more than ten minutes ahead, as out of bounds: the scrape is good, but the series is missing.</source>
        <translation>Prometheus verwirft Messwerte, die über zehn Minuten voraus sind, als außerhalb der Grenzen: die Abfrage gelingt, aber die Zeitreihe fehlt.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>parse error: %1</source>
        <translation>Syntaxfehler: %1</translation>
    </message>
    <message>
        <source>query processing would load too many samples into memory in %1</source>
        <translation>die Auswertung würde zu viele Messwerte in den Speicher laden (%1)</translation>
    </message>
    <message>
        <source>query timed out in %1</source>
        <translation>Zeitüberschreitung bei der Auswertung (%1)</translation>
    </message>
    <message>
        <source>query was canceled in %1</source>
        <translation>Auswertung abgebrochen (%1)</translation>
    </message>
    <message>
        <source>out of order sample</source>
        <translation>Messwert außerhalb der zeitlichen Reihenfolge</translation>
    </message>
    <message>
        <source>duplicate sample for timestamp</source>
        <translation>weiterer Messwert zum selben Zeitstempel</translation>
    </message>
    <message>
        <source>out of bounds</source>
        <translation>Messwert außerhalb des zulässigen Zeitraums</translation>
    </message>
    <message>
        <source>not a usable URL: %1</source>
        <translation>keine brauchbare URL: %1</translation>
    </message>
    <message>
        <source>connection refused by %1</source>
        <translation>Verbindung von %1 abgelehnt</translation>
    </message>
    <message>
        <source>host not found: %1</source>
        <translation>Host nicht gefunden: %1</translation>
    </message>
    <message>
        <source>no complete answer within %1</source>
        <translation>keine vollständige Antwort innerhalb von %1</translation>
    </message>
    <message>
        <source>network error: %1</source>
        <translation>Netzwerkfehler: %1</translation>
    </message>
    <message>
        <source>server returned HTTP status %1</source>
        <translation>Server antwortete mit HTTP-Status %1</translation>
    </message>
    <message>
        <source>stopped after %1 redirects</source>
        <translation>nach %1 Weiterleitungen abgebrochen</translation>
    </message>
    <message>
        <source>body size limit exceeded (%1)</source>
        <translation>Größenbegrenzung der Antwort überschritten (%1)</translation>
    </message>
    <message>
        <source>sample limit exceeded (%1)</source>
        <translation>Messwertbegrenzung überschritten (%1)</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>not supported: %1</source>
        <translation>nicht unterstützt: %1</translation>
    </message>
    <message>
        <source>series limit exceeded (%1)</source>
        <translation>Zeitreihenlimit überschritten (%1)</translation>
    </message>
    <message>
        <source>the clock was set back by %1: samples are refused until it has caught up</source>
        <translation>die Uhr wurde um %1 zurückgestellt: Messwerte werden abgewiesen, bis sie aufgeholt hat</translation>
    </message>
    <message>
        <source>this is not HTTP: %1</source>
        <translation>das ist kein HTTP: %1</translation>
    </message>
    <message>
        <source>the first line of the HTTP message has more than %1 bytes</source>
        <translation>die erste Zeile der HTTP-Nachricht hat mehr als %1 Bytes</translation>
    </message>
    <message>
        <source>HTTP version not supported: %1</source>
        <translation>nicht unterstützte HTTP-Version: %1</translation>
    </message>
    <message>
        <source>invalid HTTP header: %1</source>
        <translation>ungültiger HTTP-Header: %1</translation>
    </message>
    <message>
        <source>HTTP headers of more than %1 bytes</source>
        <translation>HTTP-Header von mehr als %1 Bytes</translation>
    </message>
    <message>
        <source>more than %1 HTTP headers</source>
        <translation>mehr als %1 HTTP-Header</translation>
    </message>
    <message>
        <source>invalid length of the HTTP body: %1</source>
        <translation>ungültige Länge des HTTP-Inhalts: %1</translation>
    </message>
    <message>
        <source>HTTP transfer coding not supported: %1</source>
        <translation>nicht unterstützte HTTP-Übertragungskodierung: %1</translation>
    </message>
    <message>
        <source>invalid chunk in the HTTP body: %1</source>
        <translation>ungültiges Teilstück im HTTP-Inhalt: %1</translation>
    </message>
    <message>
        <source>more than %1 interim HTTP answers</source>
        <translation>mehr als %1 vorläufige HTTP-Antworten</translation>
    </message>
    <message>
        <source>network error: the connection was closed before the answer was complete</source>
        <translation>Netzwerkfehler: Die Verbindung wurde geschlossen, bevor die Antwort vollständig war</translation>
    </message>
    <message>
        <source>the compressed answer is damaged: invalid data</source>
        <translation>die komprimierte Antwort ist beschädigt: ungültige Daten</translation>
    </message>
    <message>
        <source>network error: redirected to something that is not HTTP</source>
        <translation>Netzwerkfehler: Weiterleitung zu etwas, das nicht HTTP ist</translation>
    </message>
    <message>
        <source>network error: redirected from https to http</source>
        <translation>Netzwerkfehler: Weiterleitung von https nach http</translation>
    </message>
    <message>
        <source>the compressed answer is damaged: incorrect header check</source>
        <translation>die komprimierte Antwort ist beschädigt: falsche Kopfprüfsumme</translation>
    </message>
    <message>
        <source>the compressed answer is damaged: unexpected end</source>
        <translation>die komprimierte Antwort ist beschädigt: unerwartetes Ende</translation>
    </message>
    <message>
        <source>TLS connection to %1 failed: %2</source>
        <translation>TLS-Verbindung zu %1 fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>the certificate of %1 is self-signed</source>
        <translation>das Zertifikat von %1 ist selbstsigniert</translation>
    </message>
    <message>
        <source>the certificate of %1 comes from an authority that is not trusted here</source>
        <translation>das Zertifikat von %1 stammt von einer Stelle, der hier nicht vertraut wird</translation>
    </message>
    <message>
        <source>the certificate of %1 has expired</source>
        <translation>das Zertifikat von %1 ist abgelaufen</translation>
    </message>
    <message>
        <source>the certificate of %1 is not valid yet</source>
        <translation>das Zertifikat von %1 ist noch nicht gültig</translation>
    </message>
    <message>
        <source>the certificate of %1 has been revoked</source>
        <translation>das Zertifikat von %1 wurde widerrufen</translation>
    </message>
    <message>
        <source>the certificate is not made out to %1</source>
        <translation>das Zertifikat ist nicht auf %1 ausgestellt</translation>
    </message>
    <message>
        <source>the command %1 failed: %2</source>
        <translation>Der Befehl %1 ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>non-compliant scrape target sending blank Content-Type and no fallback_scrape_protocol specified for target</source>
        <translation>non-compliant scrape target sending blank Content-Type and no fallback_scrape_protocol specified for target</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>There is no metric %1.</source>
        <translation>Es gibt keine Metrik %1.</translation>
    </message>
    <message>
        <source>There is no metric %1. Near: %2.</source>
        <translation>Es gibt keine Metrik %1. Ähnlich: %2.</translation>
    </message>
    <message>
        <source>%1() is for counters, and %2 is a gauge: each fall would be taken for a restart.</source>
        <translation>%1() ist für Counter gedacht, %2 ist aber ein Gauge: Jeder Rückgang würde als Neustart gewertet.</translation>
    </message>
    <message>
        <source>%1() is for gauges, and %2 is a counter: each restart would look like a fall.</source>
        <translation>%1() ist für Gauges gedacht, %2 ist aber ein Counter: Jeder Neustart sähe wie ein Rückgang aus.</translation>
    </message>
    <message>
        <source>%1 is a counter: it only grows. What happens is told by its rate.</source>
        <translation>%1 ist ein Counter: Er wächst nur. Was geschieht, zeigt seine Rate.</translation>
    </message>
    <message>
        <source>Without rate() the buckets of %1 hold everything since the service started.</source>
        <translation>Ohne rate() enthalten die Buckets von %1 alles seit dem Start des Dienstes.</translation>
    </message>
    <message>
        <source>histogram_quantile() needs the label le, which the aggregation below it removes.</source>
        <translation>histogram_quantile() braucht das Label le, das die Aggregation darunter entfernt.</translation>
    </message>
    <message>
        <source>histogram_quantile() needs buckets with the label le; these series have none.</source>
        <translation>histogram_quantile() braucht Buckets mit dem Label le; diese Zeitreihen haben keines.</translation>
    </message>
    <message>
        <source>No series of %2 has the label %1.</source>
        <translation>Keine Zeitreihe von %2 hat das Label %1.</translation>
    </message>
    <message>
        <source>No series of %2 satisfies %1.</source>
        <translation>Keine Zeitreihe von %2 erfüllt %1.</translation>
    </message>
    <message>
        <source>No series of %2 satisfies %1. There is: %3.</source>
        <translation>Keine Zeitreihe von %2 erfüllt %1. Es gibt: %3.</translation>
    </message>
    <message>
        <source>Each matcher finds series, but none satisfies all of %1.</source>
        <translation>Jeder Matcher findet Zeitreihen, aber keine erfüllt alle von %1.</translation>
    </message>
    <message>
        <source>%1 was last seen %2 ago.</source>
        <translation>%1 wurde zuletzt vor %2 gesehen.</translation>
    </message>
    <message>
        <source>%1 begins %2 later than the time asked for.</source>
        <translation>%1 beginnt %2 später als der gefragte Zeitpunkt.</translation>
    </message>
    <message>
        <source>The range of %1 is shorter than two scrapes, which come every %2: most of the time it holds too few samples.</source>
        <translation>Der Bereich von %1 ist kürzer als zwei Abfragen, die alle %2 kommen: Meist enthält er zu wenige Messwerte.</translation>
    </message>
    <message>
        <source>%1() needs at least two samples of a series in its range; there is at most %2.</source>
        <translation>%1() braucht mindestens zwei Messwerte einer Zeitreihe in seinem Bereich; es gibt höchstens %2.</translation>
    </message>
    <message>
        <source>No element of the left has a partner on the right. Only left: %1. Only right: %2. With other values: %3.</source>
        <translation>Kein Element der linken Seite hat rechts ein Gegenstück. Nur links: %1. Nur rechts: %2. Mit anderen Werten: %3.</translation>
    </message>
    <message>
        <source>Several elements of one side share a partner on the other: say so with group_left or group_right. They match on: %1.</source>
        <translation>Mehrere Elemente einer Seite teilen sich ein Gegenstück auf der anderen: Das muss group_left oder group_right sagen. Verglichen wird nach: %1.</translation>
    </message>
    <message>
        <source>On both sides several elements match each other: one side has to be aggregated first. They match on: %1.</source>
        <translation>Auf beiden Seiten passen mehrere Elemente zueinander: Eine Seite muss zuerst aggregiert werden. Verglichen wird nach: %1.</translation>
    </message>
    <message>
        <source>No value satisfies %1: the lowest is %2, the highest is %3.</source>
        <translation>Kein Wert erfüllt %1: Der niedrigste ist %2, der höchste %3.</translation>
    </message>
    <message>
        <source>absent() gives nothing, because nothing is missing: there are %1 series.</source>
        <translation>absent() ergibt nichts, weil nichts fehlt: Es gibt %1 Zeitreihen.</translation>
    </message>
    <message>
        <source>Every element of the left has a partner on the right, and unless keeps only those without.</source>
        <translation>Jedes Element der linken Seite hat rechts ein Gegenstück, und unless behält nur die ohne.</translation>
    </message>
    <message>
        <source>%1 leaves nothing of what it was given.</source>
        <translation>%1 lässt von dem, was es erhielt, nichts übrig.</translation>
    </message>
    <message>
        <source>%1 of %2 series are native histograms: a line is drawn of one of their numbers.</source>
        <translation>%1 von %2 Zeitreihen sind native Histogramme: Eine Linie gibt es von einer ihrer Zahlen.</translation>
    </message>
    <message>
        <source>time() is the clock, in seconds since 1970, and %1 does not look like a time: set against each other, they only tell how late it is.</source>
        <translation>time() ist die Uhr, in Sekunden seit 1970, und %1 sieht nicht nach einer Zeit aus: Gegeneinander gestellt sagen sie nur, wie spät es ist.</translation>
    </message>
    <message>
        <source>%1 is a histogram: its series are %1_bucket, %1_sum and %1_count. Quantiles come from the rates of its buckets. As a native histogram %1 is there only where scrape_native_histograms is on.</source>
        <translation>%1 ist ein Histogramm: seine Zeitreihen sind %1_bucket, %1_sum und %1_count. Quantile kommen aus den Raten seiner Buckets. Als natives Histogramm gibt es %1 nur, wo scrape_native_histograms eingeschaltet ist.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>metrics at %1</source>
        <translation>Metriken unter %1</translation>
    </message>
    <message>
        <source>Try sightglass-demo --help</source>
        <translation>Hilfe: sightglass-demo --help</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>counter</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>Gauge</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>gauge histogram</source>
        <translation>Gauge-Histogramm</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>state set</source>
        <translation>Zustandsmenge</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>count %1 · sum %2</source>
        <translation>Anzahl %1 · Summe %2</translation>
    </message>
    <message>
        <source>count %1</source>
        <translation>Anzahl %1</translation>
    </message>
    <message>
        <source>sum %1</source>
        <translation>Summe %1</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittel %1</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Without background</source>
        <translation>Ohne Hintergrund</translation>
    </message>
    <message>
        <source>Repeat by variable</source>
        <translation>Je Wert der Variable wiederholen</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Repeats in a row</source>
        <translation>Wiederholungen je Zeile</translation>
    </message>
    <message>
        <source>Time range of its own</source>
        <translation>Eigener Zeitraum</translation>
    </message>
    <message>
        <source>Time shift</source>
        <translation>Zeitverschiebung</translation>
    </message>
    <message>
        <source>Do not tell of the time</source>
        <translation>Zeitangabe nicht zeigen</translation>
    </message>
    <message>
        <source>Smallest step</source>
        <translation>Kleinster Schritt</translation>
    </message>
    <message>
        <source>Most points</source>
        <translation>Höchstzahl der Punkte</translation>
    </message>
    <message>
        <source>Show legend</source>
        <translation>Legende zeigen</translation>
    </message>
    <message>
        <source>Show colour scale</source>
        <translation>Farbskala zeigen</translation>
    </message>
    <message>
        <source>Legend as</source>
        <translation>Legende als</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Platzierung</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Beside each name</source>
        <translation>Neben jedem Namen</translation>
    </message>
    <message>
        <source>Tooltip shows</source>
        <translation>Tooltip zeigt</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Hide zeros</source>
        <translation>Nullen ausblenden</translation>
    </message>
    <message>
        <source>Histogram of the column</source>
        <translation>Histogramm der Spalte</translation>
    </message>
    <message>
        <source>Every row is a value</source>
        <translation>Jede Zeile ist ein Wert</translation>
    </message>
    <message>
        <source>At most so many rows</source>
        <translation>Höchstens so viele Zeilen</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>Berechnung</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>Graph behind the value</source>
        <translation>Diagramm hinter dem Wert</translation>
    </message>
    <message>
        <source>Colour of</source>
        <translation>Farbe von</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>Name beside the value</source>
        <translation>Name neben dem Wert</translation>
    </message>
    <message>
        <source>Change in percent</source>
        <translation>Änderung in Prozent</translation>
    </message>
    <message>
        <source>Colour of the change</source>
        <translation>Farbe der Änderung</translation>
    </message>
    <message>
        <source>Size of the name</source>
        <translation>Größe des Namens</translation>
    </message>
    <message>
        <source>Size of the value</source>
        <translation>Größe des Werts</translation>
    </message>
    <message>
        <source>Size of the change</source>
        <translation>Größe der Änderung</translation>
    </message>
    <message>
        <source>Threshold values</source>
        <translation>Schwellenwerte</translation>
    </message>
    <message>
        <source>Threshold markers</source>
        <translation>Markierungen der Schwellen</translation>
    </message>
    <message>
        <source>Least width</source>
        <translation>Mindestbreite</translation>
    </message>
    <message>
        <source>Least height</source>
        <translation>Mindesthöhe</translation>
    </message>
    <message>
        <source>Greatest height</source>
        <translation>Höchsthöhe</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>Gezeichnet als</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Show the unfilled part</source>
        <translation>Ungefüllten Teil zeigen</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Labels on slices</source>
        <translation>Beschriftung der Segmente</translation>
    </message>
    <message>
        <source>Field of the x axis</source>
        <translation>Feld der x-Achse</translation>
    </message>
    <message>
        <source>Colour by field</source>
        <translation>Farbe nach Feld</translation>
    </message>
    <message>
        <source>Stacking</source>
        <translation>Stapelung</translation>
    </message>
    <message>
        <source>Width of a group</source>
        <translation>Breite einer Gruppe</translation>
    </message>
    <message>
        <source>Width of a bar</source>
        <translation>Breite eines Balkens</translation>
    </message>
    <message>
        <source>Rounding of bars</source>
        <translation>Rundung der Balken</translation>
    </message>
    <message>
        <source>Rotation of labels</source>
        <translation>Drehung der Beschriftungen</translation>
    </message>
    <message>
        <source>Longest label</source>
        <translation>Längste Beschriftung</translation>
    </message>
    <message>
        <source>Space between labels</source>
        <translation>Abstand der Beschriftungen</translation>
    </message>
    <message>
        <source>Highlight the whole height</source>
        <translation>Ganze Höhe hervorheben</translation>
    </message>
    <message>
        <source>Number of bins</source>
        <translation>Anzahl der Klassen</translation>
    </message>
    <message>
        <source>Size of a bin</source>
        <translation>Größe einer Klasse</translation>
    </message>
    <message>
        <source>Offset of bins</source>
        <translation>Versatz der Klassen</translation>
    </message>
    <message>
        <source>All series together</source>
        <translation>Alle Zeitreihen zusammen</translation>
    </message>
    <message>
        <source>Join equal values</source>
        <translation>Gleiche Werte verbinden</translation>
    </message>
    <message>
        <source>Align values</source>
        <translation>Werte ausrichten</translation>
    </message>
    <message>
        <source>Height of a row</source>
        <translation>Höhe einer Zeile</translation>
    </message>
    <message>
        <source>Rows per page</source>
        <translation>Zeilen je Seite</translation>
    </message>
    <message>
        <source>Width of a column</source>
        <translation>Breite einer Spalte</translation>
    </message>
    <message>
        <source>Make buckets of values</source>
        <translation>Buckets aus Werten bilden</translation>
    </message>
    <message>
        <source>X buckets by</source>
        <translation>X-Buckets nach</translation>
    </message>
    <message>
        <source>X buckets</source>
        <translation>X-Buckets</translation>
    </message>
    <message>
        <source>Y buckets by</source>
        <translation>Y-Buckets nach</translation>
    </message>
    <message>
        <source>Y buckets</source>
        <translation>Y-Buckets</translation>
    </message>
    <message>
        <source>Y scale</source>
        <translation>Y-Skala</translation>
    </message>
    <message>
        <source>Y logarithm&apos;s base</source>
        <translation>Basis des Y-Logarithmus</translation>
    </message>
    <message>
        <source>Y linear up to</source>
        <translation>Y linear bis</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Exponent</source>
        <translation>Exponent</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Bucket labels are</source>
        <translation>Bucket-Beschriftungen sind</translation>
    </message>
    <message>
        <source>Name of values</source>
        <translation>Name der Werte</translation>
    </message>
    <message>
        <source>Unit of cells</source>
        <translation>Einheit der Zellen</translation>
    </message>
    <message>
        <source>Decimals of cells</source>
        <translation>Dezimalstellen der Zellen</translation>
    </message>
    <message>
        <source>Gap between cells</source>
        <translation>Abstand der Zellen</translation>
    </message>
    <message>
        <source>Rounding of cells</source>
        <translation>Rundung der Zellen</translation>
    </message>
    <message>
        <source>Hide cells up to</source>
        <translation>Zellen ausblenden bis</translation>
    </message>
    <message>
        <source>Hide cells from</source>
        <translation>Zellen ausblenden ab</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Dezimalstellen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Upside down</source>
        <translation>Auf dem Kopf</translation>
    </message>
    <message>
        <source>Colour of exemplars</source>
        <translation>Farbe der Exemplare</translation>
    </message>
    <message>
        <source>Show header</source>
        <translation>Kopfzeile zeigen</translation>
    </message>
    <message>
        <source>Height of rows</source>
        <translation>Höhe der Zeilen</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sortiert nach</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Table shown first</source>
        <translation>Zuerst gezeigte Tabelle</translation>
    </message>
    <message>
        <source>Columns that stay</source>
        <translation>Feststehende Spalten</translation>
    </message>
    <message>
        <source>Text is</source>
        <translation>Text ist</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>At most so many</source>
        <translation>Höchstens so viele</translation>
    </message>
    <message>
        <source>Name contains</source>
        <translation>Name enthält</translation>
    </message>
    <message>
        <source>Labels match</source>
        <translation>Labels passen auf</translation>
    </message>
    <message>
        <source>Firing</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Anstehend</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Of this dashboard only</source>
        <translation>Nur von diesem Dashboard</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Gruppierung</translation>
    </message>
    <message>
        <source>Group by labels</source>
        <translation>Nach Labels gruppieren</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Recently visited</source>
        <translation>Zuletzt besucht</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Überschriften</translation>
    </message>
    <message>
        <source>Search for</source>
        <translation>Suchen nach</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Keep the time range</source>
        <translation>Zeitraum beibehalten</translation>
    </message>
    <message>
        <source>Keep the variables</source>
        <translation>Variablen beibehalten</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Min and max of each field</source>
        <translation>Min und Max je Feld</translation>
    </message>
    <message>
        <source>Text for no value</source>
        <translation>Text für keinen Wert</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Farbe nach</translation>
    </message>
    <message>
        <source>Colour by the value&apos;s</source>
        <translation>Farbe nach diesem Wert</translation>
    </message>
    <message>
        <source>Thresholds are</source>
        <translation>Schwellen sind</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Value mappings</source>
        <translation>Wertzuordnungen</translation>
    </message>
    <message>
        <source>Links of values</source>
        <translation>Links der Werte</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Line between points</source>
        <translation>Linie zwischen Punkten</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Linienbreite</translation>
    </message>
    <message>
        <source>Fill opacity</source>
        <translation>Deckkraft der Füllung</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Dashes and gaps</source>
        <translation>Striche und Lücken</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Size of points</source>
        <translation>Größe der Punkte</translation>
    </message>
    <message>
        <source>Join over gaps</source>
        <translation>Über Lücken verbinden</translation>
    </message>
    <message>
        <source>Gap after (ms)</source>
        <translation>Lücke nach (ms)</translation>
    </message>
    <message>
        <source>Stacking group</source>
        <translation>Stapelgruppe</translation>
    </message>
    <message>
        <source>Soft min</source>
        <translation>Weiches Min</translation>
    </message>
    <message>
        <source>Soft max</source>
        <translation>Weiches Max</translation>
    </message>
    <message>
        <source>Grid lines</source>
        <translation>Gitterlinien</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Zero in the middle</source>
        <translation>Null in der Mitte</translation>
    </message>
    <message>
        <source>Logarithm&apos;s base</source>
        <translation>Basis des Logarithmus</translation>
    </message>
    <message>
        <source>Linear up to</source>
        <translation>Linear bis</translation>
    </message>
    <message>
        <source>Thresholds are drawn as</source>
        <translation>Schwellen gezeichnet als</translation>
    </message>
    <message>
        <source>Hide in the legend</source>
        <translation>In der Legende ausblenden</translation>
    </message>
    <message>
        <source>Hide in the tooltip</source>
        <translation>Im Tooltip ausblenden</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Fill down to series</source>
        <translation>Füllen bis zur Zeitreihe</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Umformen</translation>
    </message>
    <message>
        <source>Alignment of bars</source>
        <translation>Ausrichtung der Balken</translation>
    </message>
    <message>
        <source>Width of bars</source>
        <translation>Breite der Balken</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>Spaltenbreite</translation>
    </message>
    <message>
        <source>Least column width</source>
        <translation>Mindestbreite der Spalte</translation>
    </message>
    <message>
        <source>Cells are</source>
        <translation>Zellen sind</translation>
    </message>
    <message>
        <source>Value beside the gauge</source>
        <translation>Wert neben der Anzeige</translation>
    </message>
    <message>
        <source>Colour the whole row</source>
        <translation>Ganze Zeile färben</translation>
    </message>
    <message>
        <source>Wrap text</source>
        <translation>Text umbrechen</translation>
    </message>
    <message>
        <source>Can be filtered</source>
        <translation>Lässt sich filtern</translation>
    </message>
    <message>
        <source>Whole value on request</source>
        <translation>Ganzer Wert auf Wunsch</translation>
    </message>
    <message>
        <source>Beside each other</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Below each other</source>
        <translation>Untereinander</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Kleinste zuerst</translation>
    </message>
    <message>
        <source>One series</source>
        <translation>Eine Zeitreihe</translation>
    </message>
    <message>
        <source>All series</source>
        <translation>Alle Zeitreihen</translation>
    </message>
    <message>
        <source>Horizontal</source>
        <translation>Waagerecht</translation>
    </message>
    <message>
        <source>Vertical</source>
        <translation>Senkrecht</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Background, shaded</source>
        <translation>Hintergrund, mit Verlauf</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Value and name</source>
        <translation>Wert und Name</translation>
    </message>
    <message>
        <source>Good is up</source>
        <translation>Steigen ist gut</translation>
    </message>
    <message>
        <source>Good is down</source>
        <translation>Sinken ist gut</translation>
    </message>
    <message>
        <source>Same as the value</source>
        <translation>Wie der Wert</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <source>LCD</source>
        <translation>LCD</translation>
    </message>
    <message>
        <source>In its colour</source>
        <translation>In seiner Farbe</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Pie</source>
        <translation>Torte</translation>
    </message>
    <message>
        <source>Donut</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Upper ends</source>
        <translation>Obere Enden</translation>
    </message>
    <message>
        <source>Lower ends</source>
        <translation>Untere Enden</translation>
    </message>
    <message>
        <source>Middles</source>
        <translation>Mitten</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glatt</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>Stufe davor</translation>
    </message>
    <message>
        <source>Step after</source>
        <translation>Stufe danach</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>Farbton</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Zeitreihe</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Symmetric logarithmic</source>
        <translation>Symmetrisch logarithmisch</translation>
    </message>
    <message>
        <source>Not drawn</source>
        <translation>Nicht gezeichnet</translation>
    </message>
    <message>
        <source>Dashed line</source>
        <translation>Gestrichelte Linie</translation>
    </message>
    <message>
        <source>Line and area</source>
        <translation>Linie und Fläche</translation>
    </message>
    <message>
        <source>Dashed line and area</source>
        <translation>Gestrichelte Linie und Fläche</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>Unter null</translation>
    </message>
    <message>
        <source>Coloured text</source>
        <translation>Farbiger Text</translation>
    </message>
    <message>
        <source>Coloured background</source>
        <translation>Farbiger Hintergrund</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Messanzeige</translation>
    </message>
    <message>
        <source>Sparkline</source>
        <translation>Sparkline</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Pills</source>
        <translation>Pillen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Absolute</source>
        <translation>Absolut</translation>
    </message>
    <message>
        <source>Percent of min to max</source>
        <translation>Prozent von Min bis Max</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Letzter Wert</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>Eine Farbe</translation>
    </message>
    <message>
        <source>Shades of one colour</source>
        <translation>Abstufungen einer Farbe</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Palette, by name</source>
        <translation>Palette, nach Namen</translation>
    </message>
    <message>
        <source>Green to red</source>
        <translation>Grün bis Rot</translation>
    </message>
    <message>
        <source>Red to green</source>
        <translation>Rot bis Grün</translation>
    </message>
    <message>
        <source>Blue to red</source>
        <translation>Blau bis Rot</translation>
    </message>
    <message>
        <source>Yellow to red</source>
        <translation>Gelb bis Rot</translation>
    </message>
    <message>
        <source>Blue to purple</source>
        <translation>Blau bis Violett</translation>
    </message>
    <message>
        <source>Yellow to blue</source>
        <translation>Gelb bis Blau</translation>
    </message>
    <message>
        <source>Blues</source>
        <translation>Blautöne</translation>
    </message>
    <message>
        <source>Reds</source>
        <translation>Rottöne</translation>
    </message>
    <message>
        <source>Greens</source>
        <translation>Grüntöne</translation>
    </message>
    <message>
        <source>Purples</source>
        <translation>Violetttöne</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <source>Plasma</source>
        <translation>Plasma</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Durchgezogen</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Gestrichelt</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>Gepunktet</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Exponentiell</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>By labels</source>
        <translation>Nach Labels</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Last, also if empty</source>
        <translation>Letzter, auch wenn leer</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>Erster Wert</translation>
    </message>
    <message>
        <source>First, also if empty</source>
        <translation>Erster, auch wenn leer</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Spannweite</translation>
    </message>
    <message>
        <source>Increase</source>
        <translation>Zunahme</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Difference in percent</source>
        <translation>Differenz in Prozent</translation>
    </message>
    <message>
        <source>Min above zero</source>
        <translation>Min über null</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>Varianz</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Distinct values</source>
        <translation>Verschiedene Werte</translation>
    </message>
    <message>
        <source>Median (p50)</source>
        <translation>Median (p50)</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>p90</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Tooltip</source>
        <translation>Tooltip</translation>
    </message>
    <message>
        <source>Text sizes</source>
        <translation>Textgrößen</translation>
    </message>
    <message>
        <source>Buckets</source>
        <translation>Buckets</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>Standard options</source>
        <translation>Standardoptionen</translation>
    </message>
    <message>
        <source>Graph styles</source>
        <translation>Diagrammstile</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <translation>Zeilennummern</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Above the dashboard</source>
        <translation>Über dem Dashboard</translation>
    </message>
    <message>
        <source>Values, with commas between them</source>
        <translation>Werte, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Text at the beginning</source>
        <translation>Text zu Beginn</translation>
    </message>
    <message>
        <source>Durations, with commas between them</source>
        <translation>Dauern, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Geschrieben als</translation>
    </message>
    <message>
        <source>Only what matches</source>
        <translation>Nur was passt</translation>
    </message>
    <message>
        <source>The pattern is for</source>
        <translation>Das Muster gilt für</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Offer auto</source>
        <translation>Auto anbieten</translation>
    </message>
    <message>
        <source>Auto: steps in the range</source>
        <translation>Auto: Schritte im Zeitraum</translation>
    </message>
    <message>
        <source>Auto: at least</source>
        <translation>Auto: mindestens</translation>
    </message>
    <message>
        <source>Several at once</source>
        <translation>Mehrere zugleich</translation>
    </message>
    <message>
        <source>Offer All</source>
        <translation>Alle anbieten</translation>
    </message>
    <message>
        <source>All is written as</source>
        <translation>Alle wird geschrieben als</translation>
    </message>
    <message>
        <source>Other values may be typed</source>
        <translation>Andere Werte lassen sich eingeben</translation>
    </message>
    <message>
        <source>Values of its own</source>
        <translation>Eigene Werte</translation>
    </message>
    <message>
        <source>These stand</source>
        <translation>Diese stehen</translation>
    </message>
    <message>
        <source>On and off</source>
        <translation>Ein und aus</translation>
    </message>
    <message>
        <source>Filters at the beginning</source>
        <translation>Filter zu Beginn</translation>
    </message>
    <message>
        <source>Links leave it out</source>
        <translation>Links lassen sie weg</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Without a switch above the dashboard</source>
        <translation>Ohne Schalter über dem Dashboard</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Title, with {{label}}</source>
        <translation>Titel, mit {{label}}</translation>
    </message>
    <message>
        <source>Text, with {{label}}</source>
        <translation>Text, mit {{label}}</translation>
    </message>
    <message>
        <source>Labels as tags</source>
        <translation>Labels als Tags</translation>
    </message>
    <message>
        <source>The value is the time, in milliseconds</source>
        <translation>Der Wert ist die Zeit, in Millisekunden</translation>
    </message>
    <message>
        <source>Only in</source>
        <translation>Nur in</translation>
    </message>
    <message>
        <source>Everywhere but there</source>
        <translation>Überall außer dort</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Führt zu</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Tags, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>As a menu</source>
        <translation>Als Menü</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Takes variables along</source>
        <translation>Nimmt Variablen mit</translation>
    </message>
    <message>
        <source>Takes the time range along</source>
        <translation>Nimmt den Zeitraum mit</translation>
    </message>
    <message>
        <source>In another tab</source>
        <translation>In einem anderen Tab</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Refresh every</source>
        <translation>Aktualisieren alle</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>The pointer over one panel</source>
        <translation>Der Zeiger über einem Panel</translation>
    </message>
    <message>
        <source>The right end follows the clock</source>
        <translation>Das rechte Ende folgt der Uhr</translation>
    </message>
    <message>
        <source>“Now” is so far back</source>
        <translation>„Jetzt“ liegt so weit zurück</translation>
    </message>
    <message>
        <source>Without a choice of times</source>
        <translation>Ohne Auswahl der Zeiten</translation>
    </message>
    <message>
        <source>Refreshes that are offered</source>
        <translation>Angebotene Aktualisierungen</translation>
    </message>
    <message>
        <source>Ranges that are offered</source>
        <translation>Angebotene Zeiträume</translation>
    </message>
    <message>
        <source>Values out of the data</source>
        <translation>Werte aus den Daten</translation>
    </message>
    <message>
        <source>Text box</source>
        <translation>Textfeld</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Data source</source>
        <translation>Datenquelle</translation>
    </message>
    <message>
        <source>Ad-hoc filters</source>
        <translation>Ad-hoc-Filter</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Schalter</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Kept values</source>
        <translation>Aufbewahrte Werte</translation>
    </message>
    <message>
        <source>With its label</source>
        <translation>Mit Bezeichnung</translation>
    </message>
    <message>
        <source>Without its label</source>
        <translation>Ohne Bezeichnung</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>In a menu</source>
        <translation>In einem Menü</translation>
    </message>
    <message>
        <source>Text : value</source>
        <translation>Text : Wert</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>As they come</source>
        <translation>Wie sie kommen</translation>
    </message>
    <message>
        <source>By letters</source>
        <translation>Nach Buchstaben</translation>
    </message>
    <message>
        <source>By letters, backwards</source>
        <translation>Nach Buchstaben, rückwärts</translation>
    </message>
    <message>
        <source>By numbers</source>
        <translation>Nach Zahlen</translation>
    </message>
    <message>
        <source>By numbers, backwards</source>
        <translation>Nach Zahlen, rückwärts</translation>
    </message>
    <message>
        <source>By letters, A as a</source>
        <translation>Nach Buchstaben, A wie a</translation>
    </message>
    <message>
        <source>By letters, A as a, backwards</source>
        <translation>Nach Buchstaben, A wie a, rückwärts</translation>
    </message>
    <message>
        <source>Naturally, 2 before 10</source>
        <translation>Natürlich, 2 vor 10</translation>
    </message>
    <message>
        <source>Naturally, backwards</source>
        <translation>Natürlich, rückwärts</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>When the dashboard is opened</source>
        <translation>Wenn das Dashboard geöffnet wird</translation>
    </message>
    <message>
        <source>When the time range changes</source>
        <translation>Wenn sich der Zeitraum ändert</translation>
    </message>
    <message>
        <source>Before the others</source>
        <translation>Vor den anderen</translation>
    </message>
    <message>
        <source>Behind the others</source>
        <translation>Hinter den anderen</translation>
    </message>
    <message>
        <source>Among the others</source>
        <translation>Zwischen den anderen</translation>
    </message>
    <message>
        <source>=</source>
        <translation>=</translation>
    </message>
    <message>
        <source>≠</source>
        <translation>≠</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>passt auf</translation>
    </message>
    <message>
        <source>does not match</source>
        <translation>passt nicht auf</translation>
    </message>
    <message>
        <source>An address</source>
        <translation>Eine Adresse</translation>
    </message>
    <message>
        <source>Dashboards by tags</source>
        <translation>Dashboards nach Tags</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>Question mark</source>
        <translation>Fragezeichen</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Bolt</source>
        <translation>Blitz</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Wolke</translation>
    </message>
    <message>
        <source>Shows nothing on others</source>
        <translation>Zeigt auf anderen nichts</translation>
    </message>
    <message>
        <source>Shows a crosshair on all</source>
        <translation>Zeigt auf allen ein Fadenkreuz</translation>
    </message>
    <message>
        <source>Shows a crosshair and values on all</source>
        <translation>Zeigt auf allen ein Fadenkreuz und Werte</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>der Name</translation>
    </message>
    <message>
        <source>/pattern/</source>
        <translation>/Muster/</translation>
    </message>
    <message>
        <source>all values</source>
        <translation>alle Werte</translation>
    </message>
    <message>
        <source>a, b, text : value</source>
        <translation>a, b, Text : Wert</translation>
    </message>
    <message>
        <source>1m,10m,1h</source>
        <translation>1m,10m,1h</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>{{job}} was started</source>
        <translation>{{job}} wurde gestartet</translation>
    </message>
    <message>
        <source>job, instance</source>
        <translation>job, instance</translation>
    </message>
    <message>
        <source>https://… or /d/ and an id</source>
        <translation>https://… oder /d/ und eine ID</translation>
    </message>
    <message>
        <source>one, two</source>
        <translation>eins, zwei</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>as data come in</source>
        <translation>wie Daten eintreffen</translation>
    </message>
    <message>
        <source>this machine’s</source>
        <translation>die dieses Rechners</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source>10s, 1m, 5m</source>
        <translation>10s, 1m, 5m</translation>
    </message>
    <message>
        <source>now-8h</source>
        <translation>now-8h</translation>
    </message>
    <message>
        <source>job</source>
        <translation>job</translation>
    </message>
    <message>
        <source>api</source>
        <translation>api</translation>
    </message>
    <message>
        <source>Add field from calculation</source>
        <translation>Feld aus Berechnung hinzufügen</translation>
    </message>
    <message>
        <source>A new column, calculated from others</source>
        <translation>Eine neue Spalte, aus anderen berechnet</translation>
    </message>
    <message>
        <source>Concatenate</source>
        <translation>Aneinanderfügen</translation>
    </message>
    <message>
        <source>The columns of all tables beside each other</source>
        <translation>Die Spalten aller Tabellen nebeneinander</translation>
    </message>
    <message>
        <source>Settings from a query</source>
        <translation>Einstellungen aus einer Anfrage</translation>
    </message>
    <message>
        <source>Units, limits and the like from the answer to another query</source>
        <translation>Einheiten, Grenzen und Ähnliches aus der Antwort auf eine andere Anfrage</translation>
    </message>
    <message>
        <source>Convert types</source>
        <translation>Typen umwandeln</translation>
    </message>
    <message>
        <source>Texts to numbers, numbers to times and so on</source>
        <translation>Texte in Zahlen, Zahlen in Zeiten und so weiter</translation>
    </message>
    <message>
        <source>Extract fields</source>
        <translation>Felder herausziehen</translation>
    </message>
    <message>
        <source>Columns from the parts of a text</source>
        <translation>Spalten aus den Teilen eines Textes</translation>
    </message>
    <message>
        <source>Filter by query</source>
        <translation>Nach Anfrage filtern</translation>
    </message>
    <message>
        <source>Only the answers to some queries</source>
        <translation>Nur die Antworten auf einige Anfragen</translation>
    </message>
    <message>
        <source>Filter by values</source>
        <translation>Nach Werten filtern</translation>
    </message>
    <message>
        <source>Only rows whose values fit</source>
        <translation>Nur Zeilen, deren Werte passen</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Only columns with some names</source>
        <translation>Nur Spalten mit bestimmten Namen</translation>
    </message>
    <message>
        <source>Format text</source>
        <translation>Text formatieren</translation>
    </message>
    <message>
        <source>Upper case, a part, something before it</source>
        <translation>Großbuchstaben, ein Teil, etwas davor</translation>
    </message>
    <message>
        <source>Format time</source>
        <translation>Zeit formatieren</translation>
    </message>
    <message>
        <source>Times as texts</source>
        <translation>Zeiten als Texte</translation>
    </message>
    <message>
        <source>One row for each value of a column, others calculated</source>
        <translation>Eine Zeile je Wert einer Spalte, andere berechnet</translation>
    </message>
    <message>
        <source>Group to nested tables</source>
        <translation>In verschachtelte Tabellen gruppieren</translation>
    </message>
    <message>
        <source>One row for each group, with the rows of the group</source>
        <translation>Eine Zeile je Gruppe, mit den Zeilen der Gruppe</translation>
    </message>
    <message>
        <source>Grouping to matrix</source>
        <translation>Gruppierung zu Matrix</translation>
    </message>
    <message>
        <source>A table with a column for each value of a column</source>
        <translation>Eine Tabelle mit einer Spalte je Wert einer Spalte</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Buckets of times and values</source>
        <translation>Buckets aus Zeiten und Werten</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>How often values lie in which bin</source>
        <translation>Wie oft Werte in welcher Klasse liegen</translation>
    </message>
    <message>
        <source>Join by field</source>
        <translation>Nach Feld verbinden</translation>
    </message>
    <message>
        <source>One table of all, by a column that they share</source>
        <translation>Eine Tabelle aus allen, nach einer gemeinsamen Spalte</translation>
    </message>
    <message>
        <source>Join by labels</source>
        <translation>Nach Labels verbinden</translation>
    </message>
    <message>
        <source>One table of all series, by their labels</source>
        <translation>Eine Tabelle aus allen Zeitreihen, nach ihren Labels</translation>
    </message>
    <message>
        <source>Labels to fields</source>
        <translation>Labels zu Feldern</translation>
    </message>
    <message>
        <source>A column for each label</source>
        <translation>Eine Spalte je Label</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Begrenzen</translation>
    </message>
    <message>
        <source>The first rows only</source>
        <translation>Nur die ersten Zeilen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>One table of all, equal rows once</source>
        <translation>Eine Tabelle aus allen, gleiche Zeilen einmal</translation>
    </message>
    <message>
        <source>Order fields</source>
        <translation>Felder ordnen</translation>
    </message>
    <message>
        <source>The order of columns</source>
        <translation>Die Reihenfolge der Spalten</translation>
    </message>
    <message>
        <source>Organize fields</source>
        <translation>Felder organisieren</translation>
    </message>
    <message>
        <source>Hide, order and rename columns</source>
        <translation>Spalten ausblenden, ordnen und umbenennen</translation>
    </message>
    <message>
        <source>Partition by values</source>
        <translation>Nach Werten aufteilen</translation>
    </message>
    <message>
        <source>A table for each value of a column</source>
        <translation>Eine Tabelle je Wert einer Spalte</translation>
    </message>
    <message>
        <source>Prepare time series</source>
        <translation>Zeitreihen vorbereiten</translation>
    </message>
    <message>
        <source>Series as one table, or a table for each</source>
        <translation>Zeitreihen als eine Tabelle oder eine Tabelle für jede</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Reduzieren</translation>
    </message>
    <message>
        <source>One number for each series: the last, the highest …</source>
        <translation>Eine Zahl je Zeitreihe: die letzte, die höchste …</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>Regression</translation>
    </message>
    <message>
        <source>A line through the points</source>
        <translation>Eine Linie durch die Punkte</translation>
    </message>
    <message>
        <source>Rename fields</source>
        <translation>Felder umbenennen</translation>
    </message>
    <message>
        <source>Other names for columns</source>
        <translation>Andere Namen für Spalten</translation>
    </message>
    <message>
        <source>Rename by pattern</source>
        <translation>Nach Muster umbenennen</translation>
    </message>
    <message>
        <source>Other names by a regular expression</source>
        <translation>Andere Namen nach einem regulären Ausdruck</translation>
    </message>
    <message>
        <source>Rows to fields</source>
        <translation>Zeilen zu Feldern</translation>
    </message>
    <message>
        <source>A column for each row</source>
        <translation>Eine Spalte je Zeile</translation>
    </message>
    <message>
        <source>Series to rows</source>
        <translation>Zeitreihen zu Zeilen</translation>
    </message>
    <message>
        <source>All series below each other, with time and value</source>
        <translation>Alle Zeitreihen untereinander, mit Zeit und Wert</translation>
    </message>
    <message>
        <source>The order of rows</source>
        <translation>Die Reihenfolge der Zeilen</translation>
    </message>
    <message>
        <source>Time series to table</source>
        <translation>Zeitreihen zu Tabelle</translation>
    </message>
    <message>
        <source>A row for each series, with its trend as a picture</source>
        <translation>Eine Zeile je Zeitreihe, mit ihrem Verlauf als Bild</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>Transponieren</translation>
    </message>
    <message>
        <source>Rows become columns</source>
        <translation>Zeilen werden Spalten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Join by</source>
        <translation>Verbinden nach</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Name of the result</source>
        <translation>Name des Ergebnisses</translation>
    </message>
    <message>
        <source>Calculations</source>
        <translation>Berechnungen</translation>
    </message>
    <message>
        <source>Times too</source>
        <translation>Auch Zeiten</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Which fields</source>
        <translation>Welche Felder</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>Any of</source>
        <translation>Eines von</translation>
    </message>
    <message>
        <source>All of</source>
        <translation>Alle von</translation>
    </message>
    <message>
        <source>Labels as columns</source>
        <translation>Labels als Spalten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Names from the variable</source>
        <translation>Namen aus der Variable</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Leave out all others</source>
        <translation>Alle anderen weglassen</translation>
    </message>
    <message>
        <source>Join by time first</source>
        <translation>Zuerst nach Zeit verbinden</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Size is</source>
        <translation>Größe ist</translation>
    </message>
    <message>
        <source>Empty values</source>
        <translation>Leere Werte</translation>
    </message>
    <message>
        <source>From 0 to 1</source>
        <translation>Von 0 bis 1</translation>
    </message>
    <message>
        <source>Names of the results</source>
        <translation>Namen der Ergebnisse</translation>
    </message>
    <message>
        <source>Query with the settings</source>
        <translation>Anfrage mit den Einstellungen</translation>
    </message>
    <message>
        <source>Fields and what they are</source>
        <translation>Felder und was sie sind</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Set for</source>
        <translation>Gesetzt für</translation>
    </message>
    <message>
        <source>Format of dates</source>
        <translation>Format der Datumsangaben</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Words of the enumeration</source>
        <translation>Wörter der Aufzählung</translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation>Umwandlungen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Divided by</source>
        <translation>Getrennt durch</translation>
    </message>
    <message>
        <source>Pattern with named groups</source>
        <translation>Muster mit benannten Gruppen</translation>
    </message>
    <message>
        <source>Keep the time</source>
        <translation>Zeit behalten</translation>
    </message>
    <message>
        <source>Rows that match</source>
        <translation>Zeilen, die passen</translation>
    </message>
    <message>
        <source>Conditions that count</source>
        <translation>Bedingungen, die zählen</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>From character</source>
        <translation>Ab Zeichen</translation>
    </message>
    <message>
        <source>To character</source>
        <translation>Bis Zeichen</translation>
    </message>
    <message>
        <source>Before it</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Behind it</source>
        <translation>Dahinter</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation>Leere Zellen</translation>
    </message>
    <message>
        <source>Base of the logarithm</source>
        <translation>Basis des Logarithmus</translation>
    </message>
    <message>
        <source>Keep the series</source>
        <translation>Zeitreihen behalten</translation>
    </message>
    <message>
        <source>Join by the labels</source>
        <translation>Nach den Labels verbinden</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Label that names the value</source>
        <translation>Label, das den Wert benennt</translation>
    </message>
    <message>
        <source>Rows, at most</source>
        <translation>Zeilen, höchstens</translation>
    </message>
    <message>
        <source>Keep the fields</source>
        <translation>Felder behalten</translation>
    </message>
    <message>
        <source>Names of the parts</source>
        <translation>Namen der Teile</translation>
    </message>
    <message>
        <source>As labels</source>
        <translation>Als Labels</translation>
    </message>
    <message>
        <source>Behind the old name</source>
        <translation>Hinter dem alten Namen</translation>
    </message>
    <message>
        <source>With the names of fields</source>
        <translation>Mit den Namen der Felder</translation>
    </message>
    <message>
        <source>Between name and value</source>
        <translation>Zwischen Name und Wert</translation>
    </message>
    <message>
        <source>Between fields</source>
        <translation>Zwischen Feldern</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Name of the first column</source>
        <translation>Name der ersten Spalte</translation>
    </message>
    <message>
        <source>Name of the others</source>
        <translation>Name der anderen</translation>
    </message>
    <message>
        <source>Value in the cell</source>
        <translation>Wert in der Zelle</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>By a variable</source>
        <translation>Nach einer Variable</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>A row for each series</source>
        <translation>Eine Zeile je Zeitreihe</translation>
    </message>
    <message>
        <source>One value for each field</source>
        <translation>Ein Wert je Feld</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Rows that all have</source>
        <translation>Zeilen, die alle haben</translation>
    </message>
    <message>
        <source>All rows, of tables</source>
        <translation>Alle Zeilen, von Tabellen</translation>
    </message>
    <message>
        <source>Calculate over each row</source>
        <translation>Über jede Zeile berechnen</translation>
    </message>
    <message>
        <source>Two fields, or a number</source>
        <translation>Zwei Felder oder eine Zahl</translation>
    </message>
    <message>
        <source>One field</source>
        <translation>Ein Feld</translation>
    </message>
    <message>
        <source>Running total or mean</source>
        <translation>Laufende Summe oder laufendes Mittel</translation>
    </message>
    <message>
        <source>Moving window</source>
        <translation>Gleitendes Fenster</translation>
    </message>
    <message>
        <source>Number of the row</source>
        <translation>Nummer der Zeile</translation>
    </message>
    <message>
        <source>These</source>
        <translation>Diese</translation>
    </message>
    <message>
        <source>All but these</source>
        <translation>Alle außer diesen</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>−</source>
        <translation>−</translation>
    </message>
    <message>
        <source>×</source>
        <translation>×</translation>
    </message>
    <message>
        <source>÷</source>
        <translation>÷</translation>
    </message>
    <message>
        <source>Natural logarithm</source>
        <translation>Natürlicher Logarithmus</translation>
    </message>
    <message>
        <source>Rounded down</source>
        <translation>Abgerundet</translation>
    </message>
    <message>
        <source>Rounded</source>
        <translation>Gerundet</translation>
    </message>
    <message>
        <source>Name of the field</source>
        <translation>Name des Feldes</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Value of a mapping</source>
        <translation>Wert einer Zuordnung</translation>
    </message>
    <message>
        <source>Colour of a mapping</source>
        <translation>Farbe einer Zuordnung</translation>
    </message>
    <message>
        <source>Text of a mapping</source>
        <translation>Text einer Zuordnung</translation>
    </message>
    <message>
        <source>Rounded up</source>
        <translation>Aufgerundet</translation>
    </message>
    <message>
        <source>Before each row</source>
        <translation>Vor jeder Zeile</translation>
    </message>
    <message>
        <source>Around each row</source>
        <translation>Um jede Zeile</translation>
    </message>
    <message>
        <source>A share of the rows</source>
        <translation>Ein Anteil der Zeilen</translation>
    </message>
    <message>
        <source>A number of rows</source>
        <translation>Eine Anzahl Zeilen</translation>
    </message>
    <message>
        <source>Stay empty</source>
        <translation>Bleiben leer</translation>
    </message>
    <message>
        <source>Are passed over</source>
        <translation>Werden übergangen</translation>
    </message>
    <message>
        <source>Are zero</source>
        <translation>Sind null</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>In the names of fields</source>
        <translation>In den Namen der Felder</translation>
    </message>
    <message>
        <source>As a label</source>
        <translation>Als Label</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>Enumeration</source>
        <translation>Aufzählung</translation>
    </message>
    <message>
        <source>Divided by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Divided by a sign</source>
        <translation>Durch ein Zeichen getrennt</translation>
    </message>
    <message>
        <source>Keys and values</source>
        <translation>Schlüssel und Werte</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>One table for each series</source>
        <translation>Eine Tabelle je Zeitreihe</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Lang</translation>
    </message>
    <message>
        <source>Are kept</source>
        <translation>Werden behalten</translation>
    </message>
    <message>
        <source>Are left out</source>
        <translation>Werden weggelassen</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Eine beliebige</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>With the name</source>
        <translation>Mit dem Namen</translation>
    </message>
    <message>
        <source>With the names</source>
        <translation>Mit den Namen</translation>
    </message>
    <message>
        <source>That match</source>
        <translation>Auf die das Muster passt</translation>
    </message>
    <message>
        <source>That match, or with the names</source>
        <translation>Auf die das Muster passt oder mit den Namen</translation>
    </message>
    <message>
        <source>Of the type</source>
        <translation>Vom Typ</translation>
    </message>
    <message>
        <source>Of the types</source>
        <translation>Von den Typen</translation>
    </message>
    <message>
        <source>Of the query</source>
        <translation>Der Anfrage</translation>
    </message>
    <message>
        <source>By their value</source>
        <translation>Nach ihrem Wert</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>Das erste</translation>
    </message>
    <message>
        <source>The first time</source>
        <translation>Die erste Zeit</translation>
    </message>
    <message>
        <source>None of</source>
        <translation>Keines von</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Passt auf</translation>
    </message>
    <message>
        <source>Is empty</source>
        <translation>Ist leer</translation>
    </message>
    <message>
        <source>Is not empty</source>
        <translation>Ist nicht leer</translation>
    </message>
    <message>
        <source>Is greater</source>
        <translation>Ist größer</translation>
    </message>
    <message>
        <source>Is greater or equal</source>
        <translation>Ist größer oder gleich</translation>
    </message>
    <message>
        <source>Is lower</source>
        <translation>Ist kleiner</translation>
    </message>
    <message>
        <source>Is lower or equal</source>
        <translation>Ist kleiner oder gleich</translation>
    </message>
    <message>
        <source>Is equal</source>
        <translation>Ist gleich</translation>
    </message>
    <message>
        <source>Is not equal</source>
        <translation>Ist ungleich</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Does not contain</source>
        <translation>Enthält nicht</translation>
    </message>
    <message>
        <source>Is between</source>
        <translation>Liegt zwischen</translation>
    </message>
    <message>
        <source>≥</source>
        <translation>≥</translation>
    </message>
    <message>
        <source>&gt;</source>
        <translation>&gt;</translation>
    </message>
    <message>
        <source>≤</source>
        <translation>≤</translation>
    </message>
    <message>
        <source>&lt;</source>
        <translation>&lt;</translation>
    </message>
    <message>
        <source>UPPER CASE</source>
        <translation>GROSSBUCHSTABEN</translation>
    </message>
    <message>
        <source>lower case</source>
        <translation>kleinbuchstaben</translation>
    </message>
    <message>
        <source>Sentence case</source>
        <translation>Satzanfang groß</translation>
    </message>
    <message>
        <source>Title Case</source>
        <translation>Jedes Wort Groß</translation>
    </message>
    <message>
        <source>PascalCase</source>
        <translation>PascalCase</translation>
    </message>
    <message>
        <source>camelCase</source>
        <translation>camelCase</translation>
    </message>
    <message>
        <source>snake_case</source>
        <translation>snake_case</translation>
    </message>
    <message>
        <source>kebab-case</source>
        <translation>kebab-case</translation>
    </message>
    <message>
        <source>Without spaces around it</source>
        <translation>Ohne Leerzeichen darum</translation>
    </message>
    <message>
        <source>Part of it</source>
        <translation>Ein Teil davon</translation>
    </message>
    <message>
        <source>With something around it</source>
        <translation>Mit etwas darum</translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Empty text</source>
        <translation>Leerer Text</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Sorted</source>
        <translation>Sortiert</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>Polynomial</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Where this query is not 0 there is a mark, such as changes(up[1m]) &gt; 0</source>
        <translation>Wo diese Abfrage nicht 0 ist, steht eine Marke, etwa changes(up[1m]) &gt; 0</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>Zeitzonen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Ends of the bar</source>
        <translation>Enden des Balkens</translation>
    </message>
    <message>
        <source>Width of the bar</source>
        <translation>Breite des Balkens</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Space between segments</source>
        <translation>Abstand der Segmente</translation>
    </message>
    <message>
        <source>Course of the values</source>
        <translation>Verlauf der Werte</translation>
    </message>
    <message>
        <source>The bar begins at</source>
        <translation>Der Balken beginnt bei</translation>
    </message>
    <message>
        <source>Mark at the bar&apos;s end</source>
        <translation>Marke am Ende des Balkens</translation>
    </message>
    <message>
        <source>Shape of coloured surfaces</source>
        <translation>Form farbiger Flächen</translation>
    </message>
    <message>
        <source>Line without the value</source>
        <translation>Linie ohne den Wert</translation>
    </message>
    <message>
        <source>Style of the course</source>
        <translation>Art des Verlaufs</translation>
    </message>
    <message>
        <source>Wrap the heading</source>
        <translation>Überschrift umbrechen</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>Hexagon, corner at the top</source>
        <translation>Sechseck, Ecke oben</translation>
    </message>
    <message>
        <source>Hexagon, edge at the top</source>
        <translation>Sechseck, Kante oben</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>Flach</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>At most so many names</source>
        <translation>Höchstens so viele Namen</translation>
    </message>
    <message>
        <source>Greatest width</source>
        <translation>Größte Breite</translation>
    </message>
    <message>
        <source>Colour scale in the tooltip</source>
        <translation>Farbskala im Tooltip</translation>
    </message>
    <message>
        <source>Values at points</source>
        <translation>Werte an Punkten</translation>
    </message>
</context>
<context>
    <name>promql</name>
    <message>
        <source>Each value without its sign</source>
        <translation>Jeder Wert ohne sein Vorzeichen</translation>
    </message>
    <message>
        <source>1 where the vector has no element, else nothing: for alerts on what is missing</source>
        <translation>1, wo der Vektor kein Element hat, sonst nichts: für Alarme auf Fehlendes</translation>
    </message>
    <message>
        <source>1 where the range has no sample at all, else nothing</source>
        <translation>1, wo der Bereich gar keinen Messwert hat, sonst nichts</translation>
    </message>
    <message>
        <source>Arc cosine of each value</source>
        <translation>Arkuskosinus jedes Werts</translation>
    </message>
    <message>
        <source>Inverse hyperbolic cosine of each value</source>
        <translation>Areakosinus hyperbolicus jedes Werts</translation>
    </message>
    <message>
        <source>Arc sine of each value</source>
        <translation>Arkussinus jedes Werts</translation>
    </message>
    <message>
        <source>Inverse hyperbolic sine of each value</source>
        <translation>Areasinus hyperbolicus jedes Werts</translation>
    </message>
    <message>
        <source>Arc tangent of each value</source>
        <translation>Arkustangens jedes Werts</translation>
    </message>
    <message>
        <source>Inverse hyperbolic tangent of each value</source>
        <translation>Areatangens hyperbolicus jedes Werts</translation>
    </message>
    <message>
        <source>Mean of the samples in the range</source>
        <translation>Mittel der Messwerte im Bereich</translation>
    </message>
    <message>
        <source>Each value rounded up to a whole number</source>
        <translation>Jeder Wert, auf eine ganze Zahl aufgerundet</translation>
    </message>
    <message>
        <source>How often the value changed in the range</source>
        <translation>Wie oft sich der Wert im Bereich geändert hat</translation>
    </message>
    <message>
        <source>Each value kept between min and max</source>
        <translation>Jeder Wert, zwischen min und max gehalten</translation>
    </message>
    <message>
        <source>Each value, at most max</source>
        <translation>Jeder Wert, höchstens max</translation>
    </message>
    <message>
        <source>Each value, at least min</source>
        <translation>Jeder Wert, mindestens min</translation>
    </message>
    <message>
        <source>Cosine of each value in radians</source>
        <translation>Kosinus jedes Werts im Bogenmaß</translation>
    </message>
    <message>
        <source>Hyperbolic cosine of each value</source>
        <translation>Kosinus hyperbolicus jedes Werts</translation>
    </message>
    <message>
        <source>How many samples the range has</source>
        <translation>Wie viele Messwerte der Bereich hat</translation>
    </message>
    <message>
        <source>Day of the month, 1 to 31, of a Unix time in UTC</source>
        <translation>Tag des Monats, 1 bis 31, einer Unix-Zeit in UTC</translation>
    </message>
    <message>
        <source>Day of the week of a Unix time in UTC; 0 is Sunday</source>
        <translation>Wochentag einer Unix-Zeit in UTC; 0 ist Sonntag</translation>
    </message>
    <message>
        <source>Day of the year, 1 to 366, of a Unix time in UTC</source>
        <translation>Tag des Jahres, 1 bis 366, einer Unix-Zeit in UTC</translation>
    </message>
    <message>
        <source>How many days the month of a Unix time has</source>
        <translation>Wie viele Tage der Monat einer Unix-Zeit hat</translation>
    </message>
    <message>
        <source>Radians as degrees</source>
        <translation>Bogenmaß in Grad</translation>
    </message>
    <message>
        <source>Last minus first value of a gauge, extrapolated to the whole range</source>
        <translation>Letzter minus erster Wert eines Gauge, auf den ganzen Bereich hochgerechnet</translation>
    </message>
    <message>
        <source>Slope of a gauge per second, by linear regression</source>
        <translation>Steigung eines Gauge pro Sekunde, durch lineare Regression</translation>
    </message>
    <message>
        <source>Smoothed value of a gauge; both factors between 0 and 1</source>
        <translation>Geglätteter Wert eines Gauge; beide Faktoren zwischen 0 und 1</translation>
    </message>
    <message>
        <source>End of the query&apos;s time range as Unix time</source>
        <translation>Ende des Zeitraums der Anfrage als Unix-Zeit</translation>
    </message>
    <message>
        <source>e to the power of each value</source>
        <translation>e hoch jeden Wert</translation>
    </message>
    <message>
        <source>Oldest sample in the range</source>
        <translation>Ältester Messwert im Bereich</translation>
    </message>
    <message>
        <source>Each value rounded down to a whole number</source>
        <translation>Jeder Wert, auf eine ganze Zahl abgerundet</translation>
    </message>
    <message>
        <source>Mean of the observations of a native histogram</source>
        <translation>Mittel der Beobachtungen eines nativen Histogramms</translation>
    </message>
    <message>
        <source>Number of observations of a native histogram</source>
        <translation>Anzahl der Beobachtungen eines nativen Histogramms</translation>
    </message>
    <message>
        <source>Share of the observations between two bounds</source>
        <translation>Anteil der Beobachtungen zwischen zwei Grenzen</translation>
    </message>
    <message>
        <source>φ-quantile (0 ≤ φ ≤ 1) from rates of histogram buckets, which need their label le</source>
        <translation>φ-Quantil (0 ≤ φ ≤ 1) aus Raten von Histogramm-Buckets, die ihr Label le brauchen</translation>
    </message>
    <message>
        <source>Several quantiles at once, told apart by a label</source>
        <translation>Mehrere Quantile auf einmal, durch ein Label unterschieden</translation>
    </message>
    <message>
        <source>Standard deviation of the observations of a native histogram</source>
        <translation>Standardabweichung der Beobachtungen eines nativen Histogramms</translation>
    </message>
    <message>
        <source>Variance of the observations of a native histogram</source>
        <translation>Varianz der Beobachtungen eines nativen Histogramms</translation>
    </message>
    <message>
        <source>Sum of the observations of a native histogram</source>
        <translation>Summe der Beobachtungen eines nativen Histogramms</translation>
    </message>
    <message>
        <source>Hour, 0 to 23, of a Unix time in UTC</source>
        <translation>Stunde, 0 bis 23, einer Unix-Zeit in UTC</translation>
    </message>
    <message>
        <source>Difference of the last two samples of a gauge</source>
        <translation>Differenz der letzten zwei Messwerte eines Gauge</translation>
    </message>
    <message>
        <source>By how much a counter grew over the range; resets are seen</source>
        <translation>Um wie viel ein Counter im Bereich gewachsen ist; Neustarts werden erkannt</translation>
    </message>
    <message>
        <source>Adds the labels of matching info metrics</source>
        <translation>Fügt die Labels passender Info-Metriken hinzu</translation>
    </message>
    <message>
        <source>Increase of a counter per second between its last two samples</source>
        <translation>Zunahme eines Counters pro Sekunde zwischen seinen letzten zwei Messwerten</translation>
    </message>
    <message>
        <source>Sets a label to the values of others, joined</source>
        <translation>Setzt ein Label auf die verbundenen Werte anderer</translation>
    </message>
    <message>
        <source>Sets a label from another one where a regular expression matches; $1 is its first group</source>
        <translation>Setzt ein Label aus einem anderen, wo ein regulärer Ausdruck passt; $1 ist dessen erste Gruppe</translation>
    </message>
    <message>
        <source>Newest sample in the range, also of a series that has ended</source>
        <translation>Neuester Messwert im Bereich, auch einer beendeten Zeitreihe</translation>
    </message>
    <message>
        <source>Natural logarithm of each value</source>
        <translation>Natürlicher Logarithmus jedes Werts</translation>
    </message>
    <message>
        <source>Decimal logarithm of each value</source>
        <translation>Zehnerlogarithmus jedes Werts</translation>
    </message>
    <message>
        <source>Binary logarithm of each value</source>
        <translation>Zweierlogarithmus jedes Werts</translation>
    </message>
    <message>
        <source>Median absolute deviation of the samples in the range</source>
        <translation>Mittlere absolute Abweichung vom Median der Messwerte im Bereich</translation>
    </message>
    <message>
        <source>The larger of two numbers</source>
        <translation>Die größere zweier Zahlen</translation>
    </message>
    <message>
        <source>Largest sample in the range</source>
        <translation>Größter Messwert im Bereich</translation>
    </message>
    <message>
        <source>The smaller of two numbers</source>
        <translation>Die kleinere zweier Zahlen</translation>
    </message>
    <message>
        <source>Smallest sample in the range</source>
        <translation>Kleinster Messwert im Bereich</translation>
    </message>
    <message>
        <source>Minute, 0 to 59, of a Unix time in UTC</source>
        <translation>Minute, 0 bis 59, einer Unix-Zeit in UTC</translation>
    </message>
    <message>
        <source>Month, 1 to 12, of a Unix time in UTC</source>
        <translation>Monat, 1 bis 12, einer Unix-Zeit in UTC</translation>
    </message>
    <message>
        <source>The number π</source>
        <translation>Die Zahl π</translation>
    </message>
    <message>
        <source>Where a gauge will be in so many seconds if it goes on like this</source>
        <translation>Wo ein Gauge in so vielen Sekunden stehen wird, wenn es so weitergeht</translation>
    </message>
    <message>
        <source>1 for each series that has a sample in the range</source>
        <translation>1 für jede Zeitreihe mit einem Messwert im Bereich</translation>
    </message>
    <message>
        <source>φ-quantile (0 ≤ φ ≤ 1) of the samples in the range</source>
        <translation>φ-Quantil (0 ≤ φ ≤ 1) der Messwerte im Bereich</translation>
    </message>
    <message>
        <source>Degrees as radians</source>
        <translation>Grad im Bogenmaß</translation>
    </message>
    <message>
        <source>Length of the query&apos;s time range in seconds</source>
        <translation>Länge des Zeitraums der Anfrage in Sekunden</translation>
    </message>
    <message>
        <source>Increase of a counter per second, averaged over the range; resets are seen</source>
        <translation>Zunahme eines Counters pro Sekunde, gemittelt über den Bereich; Neustarts werden erkannt</translation>
    </message>
    <message>
        <source>How often a counter began again in the range</source>
        <translation>Wie oft ein Counter im Bereich von vorn begann</translation>
    </message>
    <message>
        <source>Each value rounded to a multiple of a number (1)</source>
        <translation>Jeder Wert, auf ein Vielfaches einer Zahl (1) gerundet</translation>
    </message>
    <message>
        <source>The value of a vector with exactly one element as a number, else NaN</source>
        <translation>Der Wert eines Vektors mit genau einem Element als Zahl, sonst NaN</translation>
    </message>
    <message>
        <source>1, 0 or -1: the sign of each value</source>
        <translation>1, 0 oder -1: das Vorzeichen jedes Werts</translation>
    </message>
    <message>
        <source>Sine of each value in radians</source>
        <translation>Sinus jedes Werts im Bogenmaß</translation>
    </message>
    <message>
        <source>Hyperbolic sine of each value</source>
        <translation>Sinus hyperbolicus jedes Werts</translation>
    </message>
    <message>
        <source>Elements by value, smallest first; for tables</source>
        <translation>Elemente nach Wert, kleinster zuerst; für Tabellen</translation>
    </message>
    <message>
        <source>Elements by the values of labels; for tables</source>
        <translation>Elemente nach den Werten von Labels; für Tabellen</translation>
    </message>
    <message>
        <source>Elements by the values of labels, backwards; for tables</source>
        <translation>Elemente nach den Werten von Labels, rückwärts; für Tabellen</translation>
    </message>
    <message>
        <source>Elements by value, largest first; for tables</source>
        <translation>Elemente nach Wert, größter zuerst; für Tabellen</translation>
    </message>
    <message>
        <source>Square root of each value</source>
        <translation>Quadratwurzel jedes Werts</translation>
    </message>
    <message>
        <source>Begin of the query&apos;s time range as Unix time</source>
        <translation>Beginn des Zeitraums der Anfrage als Unix-Zeit</translation>
    </message>
    <message>
        <source>When each counter began, as Unix time</source>
        <translation>Wann jeder Counter begann, als Unix-Zeit</translation>
    </message>
    <message>
        <source>Standard deviation of the samples in the range</source>
        <translation>Standardabweichung der Messwerte im Bereich</translation>
    </message>
    <message>
        <source>Variance of the samples in the range</source>
        <translation>Varianz der Messwerte im Bereich</translation>
    </message>
    <message>
        <source>The query&apos;s step in seconds</source>
        <translation>Die Schrittweite der Anfrage in Sekunden</translation>
    </message>
    <message>
        <source>Sum of the samples in the range</source>
        <translation>Summe der Messwerte im Bereich</translation>
    </message>
    <message>
        <source>Tangent of each value in radians</source>
        <translation>Tangens jedes Werts im Bogenmaß</translation>
    </message>
    <message>
        <source>Hyperbolic tangent of each value</source>
        <translation>Tangens hyperbolicus jedes Werts</translation>
    </message>
    <message>
        <source>The time of evaluation as Unix time</source>
        <translation>Der Zeitpunkt der Auswertung als Unix-Zeit</translation>
    </message>
    <message>
        <source>When each sample was taken, as Unix time</source>
        <translation>Wann jeder Messwert erhoben wurde, als Unix-Zeit</translation>
    </message>
    <message>
        <source>Time of the oldest sample in the range</source>
        <translation>Zeitpunkt des ältesten Messwerts im Bereich</translation>
    </message>
    <message>
        <source>Time of the newest sample in the range</source>
        <translation>Zeitpunkt des neuesten Messwerts im Bereich</translation>
    </message>
    <message>
        <source>Time of the largest sample in the range</source>
        <translation>Zeitpunkt des größten Messwerts im Bereich</translation>
    </message>
    <message>
        <source>Time of the smallest sample in the range</source>
        <translation>Zeitpunkt des kleinsten Messwerts im Bereich</translation>
    </message>
    <message>
        <source>A number as a vector of one element without labels</source>
        <translation>Eine Zahl als Vektor mit einem Element ohne Labels</translation>
    </message>
    <message>
        <source>Year of a Unix time in UTC</source>
        <translation>Jahr einer Unix-Zeit in UTC</translation>
    </message>
    <message>
        <source>Mean over the elements of each group</source>
        <translation>Mittel über die Elemente jeder Gruppe</translation>
    </message>
    <message>
        <source>The k smallest elements of each group</source>
        <translation>Die k kleinsten Elemente jeder Gruppe</translation>
    </message>
    <message>
        <source>How many elements each group has</source>
        <translation>Wie viele Elemente jede Gruppe hat</translation>
    </message>
    <message>
        <source>How many elements have the same value, which becomes a label</source>
        <translation>Wie viele Elemente denselben Wert haben, der zum Label wird</translation>
    </message>
    <message>
        <source>1 for each group</source>
        <translation>1 für jede Gruppe</translation>
    </message>
    <message>
        <source>A share of the elements of each group, always the same ones</source>
        <translation>Ein Anteil der Elemente jeder Gruppe, immer dieselben</translation>
    </message>
    <message>
        <source>Any k elements of each group</source>
        <translation>Beliebige k Elemente jeder Gruppe</translation>
    </message>
    <message>
        <source>Largest value of each group</source>
        <translation>Größter Wert jeder Gruppe</translation>
    </message>
    <message>
        <source>Smallest value of each group</source>
        <translation>Kleinster Wert jeder Gruppe</translation>
    </message>
    <message>
        <source>φ-quantile (0 ≤ φ ≤ 1) over the elements of each group</source>
        <translation>φ-Quantil (0 ≤ φ ≤ 1) über die Elemente jeder Gruppe</translation>
    </message>
    <message>
        <source>Standard deviation over the elements of each group</source>
        <translation>Standardabweichung über die Elemente jeder Gruppe</translation>
    </message>
    <message>
        <source>Variance over the elements of each group</source>
        <translation>Varianz über die Elemente jeder Gruppe</translation>
    </message>
    <message>
        <source>Sum over the elements of each group</source>
        <translation>Summe über die Elemente jeder Gruppe</translation>
    </message>
    <message>
        <source>The k largest elements of each group</source>
        <translation>Die k größten Elemente jeder Gruppe</translation>
    </message>
    <message>
        <source>Elements of the left that have a partner on the right</source>
        <translation>Elemente der linken Seite, die rechts ein Gegenstück haben</translation>
    </message>
    <message>
        <source>Angle of two values</source>
        <translation>Winkel zweier Werte</translation>
    </message>
    <message>
        <source>A comparison gives 0 or 1 instead of dropping elements</source>
        <translation>Ein Vergleich ergibt 0 oder 1, statt Elemente zu verwerfen</translation>
    </message>
    <message>
        <source>One group for each combination of these labels</source>
        <translation>Eine Gruppe für jede Kombination dieser Labels</translation>
    </message>
    <message>
        <source>Many elements of the left may share one of the right</source>
        <translation>Viele Elemente der linken Seite dürfen sich eines der rechten teilen</translation>
    </message>
    <message>
        <source>Many elements of the right may share one of the left</source>
        <translation>Viele Elemente der rechten Seite dürfen sich eines der linken teilen</translation>
    </message>
    <message>
        <source>Elements match on all labels but these</source>
        <translation>Elemente werden nach allen Labels außer diesen verglichen</translation>
    </message>
    <message>
        <source>The values of so long ago</source>
        <translation>Die Werte von vor so langer Zeit</translation>
    </message>
    <message>
        <source>Elements match on these labels only</source>
        <translation>Elemente werden nur nach diesen Labels verglichen</translation>
    </message>
    <message>
        <source>Elements of the left, and those of the right without a partner</source>
        <translation>Elemente der linken Seite und die der rechten ohne Gegenstück</translation>
    </message>
    <message>
        <source>Elements of the left that have no partner on the right</source>
        <translation>Elemente der linken Seite, die rechts kein Gegenstück haben</translation>
    </message>
    <message>
        <source>One group for each combination of the labels other than these</source>
        <translation>Eine Gruppe für jede Kombination der übrigen Labels</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>Skalar</translation>
    </message>
    <message>
        <source>instant vector</source>
        <translation>Vektor</translation>
    </message>
    <message>
        <source>range vector</source>
        <translation>Bereichsvektor</translation>
    </message>
    <message>
        <source>string</source>
        <translation>Zeichenkette</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>it is not a regular file</source>
        <translation>keine reguläre Datei</translation>
    </message>
    <message>
        <source>it is larger than %1 MiB</source>
        <translation>größer als %1 MiB</translation>
    </message>
    <message>
        <source>it has more than %1 bytes</source>
        <translation>mehr als %1 Bytes</translation>
    </message>
    <message>
        <source>there is no such socket</source>
        <translation>es gibt keinen solchen Socket</translation>
    </message>
    <message>
        <source>the secret %1</source>
        <translation>das Geheimnis %1</translation>
    </message>
    <message>
        <source>the secret store holds no such secret</source>
        <translation>der Schlüsselbund enthält kein solches Geheimnis</translation>
    </message>
    <message>
        <source>the secret store denied access</source>
        <translation>der Schlüsselbund hat den Zugriff verweigert</translation>
    </message>
    <message>
        <source>no secret store is running</source>
        <translation>es läuft kein Schlüsselbund</translation>
    </message>
    <message>
        <source>there is no secret store</source>
        <translation>es gibt keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>the secret store does not answer; is a keyring or wallet running? (%1)</source>
        <translation>der Schlüsselbund antwortet nicht; läuft ein Dienst dafür (Keyring, Wallet)? (%1)</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Verzeichnis nicht gefunden</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ist ein Verzeichnis</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
    <message>
        <source>no file matches it</source>
        <translation>keine Datei passt dazu</translation>
    </message>
    <message>
        <source>no such rules come along; there are %1</source>
        <translation>solche Regeln sind nicht dabei; es gibt %1</translation>
    </message>
</context>
<context>
    <name>sightglass::AdHocControl</name>
    <message>
        <source>Add a filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Change the filter %1</source>
        <translation>Filter %1 ändern</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
</context>
<context>
    <name>sightglass::AddPanelPage</name>
    <message>
        <source>Query</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>To the dashboard (Escape)</source>
        <translation>Zum Dashboard (Escape)</translation>
    </message>
    <message>
        <source>From a metric</source>
        <translation>Aus einer Metrik</translation>
    </message>
    <message>
        <source>From a query</source>
        <translation>Aus einer Anfrage</translation>
    </message>
    <message>
        <source>An empty panel</source>
        <translation>Ein leeres Panel</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>Panel hinzufügen</translation>
    </message>
</context>
<context>
    <name>sightglass::AlertBoard</name>
    <message>
        <source>Show or hide (%1)</source>
        <translation>Zeigen oder ausblenden (%1)</translation>
    </message>
    <message>
        <source>Words, or matchers such as instance=~&quot;db.*&quot;, alertstate=firing</source>
        <translation>Wörter oder Matcher wie instance=~&quot;db.*&quot;, alertstate=firing</translation>
    </message>
    <message>
        <source>Filter alerts</source>
        <translation>Alarme filtern</translation>
    </message>
    <message>
        <source>Firing ones</source>
        <translation>Ausgelöste</translation>
    </message>
    <message>
        <source>Pending ones</source>
        <translation>Anstehende</translation>
    </message>
    <message>
        <source>Resolved ones</source>
        <translation>Behobene</translation>
    </message>
    <message>
        <source>Quiet ones</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>any severity</source>
        <translation>jeder Schweregrad</translation>
    </message>
    <message>
        <source>warning and worse</source>
        <translation>Warnung und schlimmer</translation>
    </message>
    <message>
        <source>critical only</source>
        <translation>nur kritisch</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>&amp;Why?	Return</source>
        <translation>&amp;Warum?	Eingabetaste</translation>
    </message>
    <message>
        <source>&amp;Silence…</source>
        <translation>&amp;Stummschalten…</translation>
    </message>
    <message>
        <source>&amp;Acknowledge</source>
        <translation>&amp;Quittieren</translation>
    </message>
    <message>
        <source>Take a &amp;note…</source>
        <translation>&amp;Notiz machen…</translation>
    </message>
    <message>
        <source>Show its &amp;time</source>
        <translation>Seinen &amp;Zeitraum zeigen</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>Lines &amp;beside each other</source>
        <translation>Zeilen neb&amp;eneinander</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Firing %1</source>
        <translation>Ausgelöst %1</translation>
    </message>
    <message>
        <source>Pending %1</source>
        <translation>Anstehend %1</translation>
    </message>
    <message>
        <source>Resolved %1</source>
        <translation>Behoben %1</translation>
    </message>
    <message>
        <source>Quiet %1</source>
        <translation>Still %1</translation>
    </message>
    <message>
        <source>All of them: %1</source>
        <translation>Bei allen: %1</translation>
    </message>
    <message>
        <source>%1 of %2 are shown</source>
        <translation>%1 von %2 werden gezeigt</translation>
    </message>
    <message>
        <source>%1 evaluations were missed</source>
        <translation>%1 Auswertungen wurden versäumt</translation>
    </message>
    <message>
        <source>No rule is watched: open a rule file, or make a rule from a panel&apos;s menu.</source>
        <translation>Keine Regel wird überwacht: eine Regeldatei öffnen oder im Menü eines Panels eine Regel anlegen.</translation>
    </message>
    <message numerus="yes">
        <source>No alert. %n rule(s) are watched.</source>
        <translation>
            <numerusform>Kein Alarm. %Ln Regel wird überwacht.</numerusform>
            <numerusform>Kein Alarm. %Ln Regeln werden überwacht.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the %1 is shown.</source>
        <translation>Von den %1 wird keiner gezeigt.</translation>
    </message>
    <message>
        <source>No room for %1: B puts the lines below each other</source>
        <translation>Kein Platz für %1: B setzt die Zeilen untereinander</translation>
    </message>
    <message>
        <source>No room for %1</source>
        <translation>Kein Platz für %1</translation>
    </message>
</context>
<context>
    <name>sightglass::AlertBoardModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>broken rule</source>
        <translation>fehlerhafte Regel</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>stummgeschaltet</translation>
    </message>
    <message>
        <source>inhibited by %1</source>
        <translation>unterdrückt durch %1</translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
</context>
<context>
    <name>sightglass::AlertHistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>no longer pending</source>
        <translation>nicht mehr anstehend</translation>
    </message>
</context>
<context>
    <name>sightglass::AlertList</name>
    <message>
        <source>broken rule</source>
        <translation>fehlerhafte Regel</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>anstehend</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>behoben</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a time and its age</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The filter of labels cannot be read: %1</source>
        <translation>Der Filter für Labels lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>none of these labels</source>
        <translation>keines dieser Labels</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::AlertListPanel</name>
    <message>
        <source>Alerts: %1</source>
        <translation>Alarme: %1</translation>
    </message>
    <message>
        <source>No rule is watched</source>
        <translation>Keine Regel wird überwacht</translation>
    </message>
    <message numerus="yes">
        <source>No alert. %n rule(s) are watched.</source>
        <translation>
            <numerusform>Kein Alarm. %Ln Regel wird überwacht.</numerusform>
            <numerusform>Kein Alarm. %Ln Regeln werden überwacht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%Ln Alarm</numerusform>
            <numerusform>%Ln Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>a number and more</comment>
        <translation>%1+</translation>
    </message>
</context>
<context>
    <name>sightglass::AlertPane</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>No rule is watched: rules come with the dashboards of known systems.</source>
        <translation>Keine Regel wird überwacht: Regeln kommen mit den Dashboards bekannter Systeme.</translation>
    </message>
    <message numerus="yes">
        <source>No alert. %n rule(s) are watched.</source>
        <translation>
            <numerusform>Kein Alarm. %Ln Regel wird überwacht.</numerusform>
            <numerusform>Kein Alarm. %Ln Regeln werden überwacht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts: %1 firing, %2 pending</source>
        <translation>Alarme: %1 ausgelöst, %2 anstehend</translation>
    </message>
    <message>
        <source>Alert board</source>
        <translation>Alarmtafel</translation>
    </message>
    <message>
        <source>All alerts, with what can be done about them</source>
        <translation>Alle Alarme, und was sich mit ihnen tun lässt</translation>
    </message>
    <message numerus="yes">
        <source>%n quiet</source>
        <translation>
            <numerusform>%Ln still</numerusform>
            <numerusform>%Ln still</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::AlertSheet</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
</context>
<context>
    <name>sightglass::AlertStateKeeper</name>
    <message>
        <source>%1 is not a file of kept alerts, and would be overwritten: name another one</source>
        <translation>%1 ist keine Datei aufgehobener Alarme und würde überschrieben: eine andere nennen</translation>
    </message>
    <message>
        <source>%1: not a file of kept samples; none are taken from it</source>
        <translation>%1: keine Datei aufgehobener Messwerte; ihr wird nichts entnommen</translation>
    </message>
    <message>
        <source>%1: garbled from byte %2 on; what is before it is taken</source>
        <translation>%1: ab Byte %2 unlesbar; was davor steht, wird genommen</translation>
    </message>
</context>
<context>
    <name>sightglass::AlertTableModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>broken rule</source>
        <translation>fehlerhafte Regel</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>anstehend</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>behoben</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>%1, quiet</source>
        <translation>%1, still</translation>
    </message>
</context>
<context>
    <name>sightglass::AlertTelling</name>
    <message>
        <source>%1 sent</source>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 attempts failed</source>
        <translation>%1 Versuche gescheitert</translation>
    </message>
    <message>
        <source>%1 given up</source>
        <translation>%1 aufgegeben</translation>
    </message>
</context>
<context>
    <name>sightglass::AlertTimeline</name>
    <message>
        <source>What alerts did</source>
        <translation>Verlauf der Alarme</translation>
    </message>
    <message>
        <source>No alert in this time.</source>
        <translation>Kein Alarm in diesem Zeitraum.</translation>
    </message>
</context>
<context>
    <name>sightglass::AlertTray</name>
    <message numerus="yes">
        <source>%n firing (%1)</source>
        <translation>
            <numerusform>%Ln ausgelöst (%1)</numerusform>
            <numerusform>%Ln ausgelöst (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%Ln anstehend</numerusform>
            <numerusform>%Ln anstehend</numerusform>
        </translation>
    </message>
    <message>
        <source>No alert</source>
        <translation>Kein Alarm</translation>
    </message>
    <message>
        <source>Show the &amp;alerts</source>
        <translation>&amp;Alarme zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;window</source>
        <translation>&amp;Fenster zeigen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message numerus="yes">
        <source>%n firing</source>
        <translation>
            <numerusform>%Ln ausgelöst</numerusform>
            <numerusform>%Ln ausgelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quiet</source>
        <translation>
            <numerusform>%Ln still</numerusform>
            <numerusform>%Ln still</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::AlertsPage</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>All alerts (Ctrl+Shift+A)</source>
        <translation>Alle Alarme (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>&amp;Alerts</source>
        <translation>A&amp;larme</translation>
    </message>
    <message>
        <source>Alert &amp;board</source>
        <translation>Alarm&amp;tafel</translation>
    </message>
    <message>
        <source>&amp;Rules: why (not)?</source>
        <translation>&amp;Regeln: warum (nicht)?</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Silences</source>
        <translation>&amp;Stummschaltungen</translation>
    </message>
    <message>
        <source>&amp;New rule…</source>
        <translation>&amp;Neue Regel…</translation>
    </message>
    <message>
        <source>This is how you are told</source>
        <translation>So sehen Benachrichtigungen aus</translation>
    </message>
    <message>
        <source>An alert would say here what it is about.</source>
        <translation>Ein Alarm würde hier sagen, worum es geht.</translation>
    </message>
    <message>
        <source>Being &amp;told…</source>
        <translation>&amp;Benachrichtigungen…</translation>
    </message>
    <message>
        <source>The rule is in %1</source>
        <translation>Die Regel steht in %1</translation>
    </message>
    <message>
        <source>Save what happened as a unit test</source>
        <translation>Das Geschehene als Unit-Test speichern</translation>
    </message>
    <message>
        <source>Unit tests (*.yml)</source>
        <translation>Unit-Tests (*.yml)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>&amp;Board</source>
        <translation>&amp;Tafel</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>&amp;Regeln</translation>
    </message>
    <message>
        <source>The note was not taken: there are too many</source>
        <translation>Die Notiz wurde nicht angenommen: Es gibt zu viele</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Stummgeschaltet</translation>
    </message>
    <message>
        <source>Rule &amp;files</source>
        <translation>Regel&amp;dateien</translation>
    </message>
    <message>
        <source>Nothing opens %1</source>
        <translation>Kein Programm öffnet %1</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>Verlau&amp;f</translation>
    </message>
    <message>
        <source>Rule f&amp;iles</source>
        <translation>Regeldate&amp;ien</translation>
    </message>
</context>
<context>
    <name>sightglass::AnnotationLayer</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <comment>annotations</comment>
        <translation>
            <numerusform>… und %Ln weitere</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::AnnotationSwitches</name>
    <message>
        <source>Show these annotations on charts</source>
        <translation>Diese Annotationen in Diagrammen zeigen</translation>
    </message>
    <message>
        <source>Its query fails: %1</source>
        <translation>Ihre Anfrage scheitert: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) in the time shown</source>
        <translation>
            <numerusform>%Ln Markierung im gezeigten Zeitraum</numerusform>
            <numerusform>%Ln Markierungen im gezeigten Zeitraum</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ApprovalFiles</name>
    <message>
        <source>Approved findings: %1: %2</source>
        <translation>Gebilligte Befunde: %1: %2</translation>
    </message>
    <message>
        <source>Approved findings: %1:%2</source>
        <translation>Gebilligte Befunde: %1:%2</translation>
    </message>
    <message>
        <source>Approved findings: %1: the file is too large</source>
        <translation>Gebilligte Befunde: %1: Die Datei ist zu groß</translation>
    </message>
</context>
<context>
    <name>sightglass::AuthenticationPage</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Name and password (basic)</source>
        <translation>Name und Passwort (Basic)</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>Another authorization</source>
        <translation>Andere Autorisierung</translation>
    </message>
    <message>
        <source>OAuth 2, client credentials</source>
        <translation>OAuth 2, Client Credentials</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Methode</translation>
    </message>
    <message>
        <source>The target is asked without telling who asks.</source>
        <translation>Das Ziel erfährt nicht, wer fragt.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>T&amp;oken</source>
        <translation>T&amp;oken</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Sent as “Authorization: type credentials”.</source>
        <translation>Gesendet als „Authorization: Typ Zugangsdaten“.</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>T&amp;yp</translation>
    </message>
    <message>
        <source>&amp;Credentials</source>
        <translation>&amp;Zugangsdaten</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Secret</translation>
    </message>
    <message>
        <source>with blanks between</source>
        <translation>durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>Further parameter</source>
        <translation>Weiterer Parameter</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Token &amp;URL</source>
        <translation>Token-&amp;URL</translation>
    </message>
    <message>
        <source>Client &amp;id</source>
        <translation>Client-I&amp;D</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Client-&amp;Secret</translation>
    </message>
    <message>
        <source>Sco&amp;pes</source>
        <translation>Sco&amp;pes</translation>
    </message>
    <message>
        <source>Basic authentication needs a user.</source>
        <translation>Basic-Authentifizierung braucht einen Benutzer.</translation>
    </message>
    <message>
        <source>The token is missing.</source>
        <translation>Das Token fehlt.</translation>
    </message>
    <message>
        <source>The authorization needs a type, a single word.</source>
        <translation>Die Autorisierung braucht einen Typ, ein einzelnes Wort.</translation>
    </message>
    <message>
        <source>For basic authentication there is a method of its own.</source>
        <translation>Für Basic-Authentifizierung gibt es eine eigene Methode.</translation>
    </message>
    <message>
        <source>The credentials are missing.</source>
        <translation>Die Zugangsdaten fehlen.</translation>
    </message>
    <message>
        <source>The token URL needs to be a complete http or https address.</source>
        <translation>Die Token-URL muss eine vollständige http- oder https-Adresse sein.</translation>
    </message>
    <message>
        <source>Name and password do not belong in the token URL.</source>
        <translation>Name und Passwort gehören nicht in die Token-URL.</translation>
    </message>
    <message>
        <source>The client id is missing.</source>
        <translation>Die Client-ID fehlt.</translation>
    </message>
</context>
<context>
    <name>sightglass::BarChart</name>
    <message numerus="yes">
        <source>%n more categories are not drawn</source>
        <translation>
            <numerusform>%Ln weitere Kategorie ist nicht gezeichnet</numerusform>
            <numerusform>%Ln weitere Kategorien sind nicht gezeichnet</numerusform>
        </translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Bars overlap: the longest are seen</source>
        <translation>Balken überlappen sich: Zu sehen sind die längsten</translation>
    </message>
</context>
<context>
    <name>sightglass::BarChartPanel</name>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n categories</source>
        <translation>
            <numerusform>%Ln Kategorie</numerusform>
            <numerusform>%Ln Kategorien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%Ln ausgelassen</numerusform>
            <numerusform>%Ln ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>No column of texts or times for the categories</source>
        <translation>Keine Spalte mit Texten oder Zeiten für die Kategorien</translation>
    </message>
    <message>
        <source>No column of numbers for the bars</source>
        <translation>Keine Spalte mit Zahlen für die Balken</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>No value is a number</source>
        <translation>Kein Wert ist eine Zahl</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is seen and why</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sightglass::BrowsePane</name>
    <message>
        <source>Metrics of the page</source>
        <translation>Metriken der Seite</translation>
    </message>
    <message>
        <source>Samples of the metric</source>
        <translation>Messwerte der Metrik</translation>
    </message>
    <message>
        <source>Filter metrics by name, type, unit or help</source>
        <translation>Nach Name, Typ, Einheit oder Hilfetext filtern</translation>
    </message>
    <message>
        <source>Filter samples by name and labels</source>
        <translation>Nach Name und Labels filtern</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>sightglass::BucketAdvice</name>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of observations are above le=%2, the last bound: bounds above %2 are missing</source>
        <translation>%1 der Beobachtungen liegen über le=%2, der letzten Grenze: Es fehlen Grenzen über %2</translation>
    </message>
    <message>
        <source>%1 of observations are in le=%2: bounds below %2 are missing</source>
        <translation>%1 der Beobachtungen liegen in le=%2: Es fehlen Grenzen unter %2</translation>
    </message>
    <message>
        <source>%1 of observations are in le=%3: bounds between %2 and %3 are missing</source>
        <translation>%1 der Beobachtungen liegen in le=%3: Es fehlen Grenzen zwischen %2 und %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a metric and what is said of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>there is no le=&quot;+Inf&quot; bucket: no quantile can be told</source>
        <translation>es gibt keinen Bucket le=&quot;+Inf&quot;: Kein Quantil lässt sich angeben</translation>
    </message>
    <message>
        <source>le=%2 counts less than le=%1: each bucket has to count all that is below its bound, else quantiles are wrong</source>
        <translation>le=%2 zählt weniger als le=%1: Jeder Bucket muss alles unter seiner Grenze zählen, sonst sind Quantile falsch</translation>
    </message>
    <message>
        <source>all buckets count NaN: no quantile can be told</source>
        <translation>alle Buckets zählen NaN: Kein Quantil lässt sich angeben</translation>
    </message>
    <message>
        <source>no le=&quot;+Inf&quot; bucket</source>
        <translation>kein Bucket le=&quot;+Inf&quot;</translation>
    </message>
    <message>
        <source>buckets count NaN</source>
        <translation>Buckets zählen NaN</translation>
    </message>
    <message>
        <source>there is no bucket but le=&quot;+Inf&quot;: no quantile can be told. Native histograms look so where scrape_native_histograms is off</source>
        <translation>es gibt keinen Bucket außer le=&quot;+Inf&quot;: kein Quantil lässt sich angeben. So sehen native Histogramme aus, wo scrape_native_histograms ausgeschaltet ist</translation>
    </message>
    <message>
        <source>no bucket but le=&quot;+Inf&quot;</source>
        <translation>kein Bucket außer le=&quot;+Inf&quot;</translation>
    </message>
</context>
<context>
    <name>sightglass::Calculation</name>
    <message>
        <source>last</source>
        <translation>zuletzt</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>first</source>
        <translation>zuerst</translation>
    </message>
    <message>
        <source>min above 0</source>
        <translation>min über 0</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>most frequent</source>
        <translation>häufigster Wert</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>Varianz</translation>
    </message>
    <message>
        <source>std dev</source>
        <translation>Std.-Abw.</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>count of rows</source>
        <translation>Anzahl Zeilen</translation>
    </message>
    <message>
        <source>range</source>
        <translation>Spannweite</translation>
    </message>
    <message>
        <source>increase</source>
        <translation>Zunahme</translation>
    </message>
    <message>
        <source>smallest step</source>
        <translation>kleinster Schritt</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>difference %</source>
        <translation>Differenz %</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>distinct values</source>
        <translation>Anzahl verschiedener</translation>
    </message>
    <message>
        <source>all 0</source>
        <translation>alle 0</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>keine Werte</translation>
    </message>
    <message>
        <source>all values</source>
        <translation>alle Werte</translation>
    </message>
    <message>
        <source>unique values</source>
        <translation>verschiedene Werte</translation>
    </message>
</context>
<context>
    <name>sightglass::CardinalityModel</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%Ln Wert</numerusform>
            <numerusform>%Ln Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 series (%2)</source>
        <translation>%1 Zeitreihen (%2)</translation>
    </message>
    <message>
        <source>without end: %1, such as %2</source>
        <translation>endlos: %1, etwa %2</translation>
    </message>
    <message>
        <source>Metric and its labels</source>
        <translation>Metrik und ihre Labels</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Zeitreihen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Dropping it saves</source>
        <translation>Sein Wegfall spart</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
</context>
<context>
    <name>sightglass::CardinalityPane</name>
    <message>
        <source>Series by metric and label</source>
        <translation>Zeitreihen nach Metrik und Label</translation>
    </message>
    <message>
        <source>Series that came and went</source>
        <translation>Gekommene und gegangene Zeitreihen</translation>
    </message>
    <message>
        <source>What comes and goes shows from the second scrape on.</source>
        <translation>Was kommt und geht, zeigt sich ab der zweiten Abfrage.</translation>
    </message>
    <message>
        <source>Since the scrape before:</source>
        <translation>Seit der vorigen Abfrage:</translation>
    </message>
    <message>
        <source>No series came or went since the scrape before.</source>
        <translation>Seit der vorigen Abfrage kam und ging keine Zeitreihe.</translation>
    </message>
</context>
<context>
    <name>sightglass::CellInspector</name>
    <message>
        <source>The whole value</source>
        <translation>Der ganze Wert</translation>
    </message>
</context>
<context>
    <name>sightglass::ChartTable</name>
    <message>
        <source>Data of %1</source>
        <translation>Daten von %1</translation>
    </message>
</context>
<context>
    <name>sightglass::ChartTableModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1 (%2 – %3)</source>
        <comment>a value, the lowest and the highest before it</comment>
        <translation>%1 (%2 – %3)</translation>
    </message>
    <message>
        <source>A row tells of the time since the row below: the last value, and in brackets the lowest and the highest one</source>
        <translation>Eine Zeile gilt für die Zeit seit der Zeile darunter: der letzte Wert, in Klammern der niedrigste und der höchste</translation>
    </message>
    <message>
        <source>Of each %1 the first, the lowest, the highest and the last sample</source>
        <comment>a length of time</comment>
        <translation>Aus je %1 der erste, der niedrigste, der höchste und der letzte Messwert</translation>
    </message>
</context>
<context>
    <name>sightglass::CheckCommand</name>
    <message>
        <source>What else is looked for: all, duplicate-rules or none, with commas between.</source>
        <translation>Wonach außerdem gesucht wird: all, duplicate-rules oder none, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>NAMEN</translation>
    </message>
    <message>
        <source>Duplicates count too: exit code 3.</source>
        <translation>Auch Duplikate zählen: Exitcode 3.</translation>
    </message>
    <message>
        <source>Fields that Prometheus does not know are left out instead of refused.</source>
        <translation>Felder, die Prometheus nicht kennt, werden ausgelassen statt abgelehnt.</translation>
    </message>
    <message>
        <source>Feature switches to turn on, with commas between, or all: %1.</source>
        <translation>Einzuschaltende Funktionsschalter, durch Kommas getrennt, oder all (alle): %1.</translation>
    </message>
    <message>
        <source>One JSON object per problem, for programs.</source>
        <translation>Ein JSON-Objekt je Problem, für Programme.</translation>
    </message>
    <message>
        <source>What is checked.</source>
        <translation>Was geprüft wird.</translation>
    </message>
    <message>
        <source>no feature switch: %1 (there are %2)</source>
        <translation>kein Funktionsschalter: %1 (es gibt %2)</translation>
    </message>
    <message>
        <source>nothing to look for: %1 (there are all, duplicate-rules and none)</source>
        <translation>danach lässt sich nicht suchen: %1 (es gibt all, duplicate-rules und none)</translation>
    </message>
    <message>
        <source>WARNING: only the first document is read, as by Prometheus; there are more</source>
        <translation>WARNUNG: nur das erste Dokument wird gelesen, wie von Prometheus; es gibt weitere</translation>
    </message>
    <message>
        <source>Checks rule files as promtool does, and says where. With --target and --rules: scrapes, evaluates and fails on alerts; see sightglass check --target URL --help.</source>
        <translation>Prüft Regeldateien wie promtool und nennt die Stellen. Mit --target und --rules: fragt ab, wertet aus und scheitert bei Alarmen; siehe sightglass check --target URL --help.</translation>
    </message>
    <message>
        <source>say what to check: sightglass check rules FILE…, or sightglass check --target URL --rules FILE</source>
        <translation>bitte angeben, was geprüft wird: sightglass check rules DATEI… oder sightglass check --target URL --rules DATEI</translation>
    </message>
    <message>
        <source>Rule files, or patterns of them; none, or -, reads the standard input. bundled:NAME is one that comes along.</source>
        <translation>Regeldateien oder Muster dafür; keine oder - liest die Standardeingabe. bundled:NAME ist eine mitgelieferte.</translation>
    </message>
</context>
<context>
    <name>sightglass::ChoicePopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>sightglass::ChurnModel</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Series now</source>
        <translation>Zeitreihen jetzt</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verschwunden</translation>
    </message>
</context>
<context>
    <name>sightglass::ColorEdit</name>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutral</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Wie Text</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Durchsichtig</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Andere…</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Colour: %1</source>
        <translation>Farbe: %1</translation>
    </message>
</context>
<context>
    <name>sightglass::ColumnsEdit</name>
    <message>
        <source>The columns are listed here as soon as there are data.</source>
        <translation>Die Spalten stehen hier, sobald es Daten gibt.</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>gleicher Name</translation>
    </message>
    <message>
        <source>New name of %1</source>
        <translation>Neuer Name von %1</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
</context>
<context>
    <name>sightglass::CompletionChoices</name>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>aggregation</source>
        <translation>Aggregation</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>Schlüsselwort</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%Ln Wert</numerusform>
            <numerusform>%Ln Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%Ln Zeitreihe</numerusform>
            <numerusform>%Ln Zeitreihen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ConfigDialog</name>
    <message>
        <source>What there is to say of the file</source>
        <translation>Was zu der Datei zu sagen ist</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>Stop &amp;following this file</source>
        <translation>Dieser Datei nicht mehr &amp;folgen</translation>
    </message>
    <message>
        <source>The file as it is now is not in force; its last good targets are scraped on.</source>
        <translation>Die Datei in ihrem jetzigen Zustand gilt nicht; die letzten gültigen Ziele werden weiter abgefragt.</translation>
    </message>
    <message>
        <source>Everything in this file is honoured.</source>
        <translation>Alles in dieser Datei wird berücksichtigt.</translation>
    </message>
    <message>
        <source>The file is not in force: nothing of it is scraped.</source>
        <translation>Die Datei gilt nicht: Nichts aus ihr wird abgefragt.</translation>
    </message>
    <message>
        <source>The file is not in force: none of its rules is evaluated.</source>
        <translation>Die Datei gilt nicht: Keine ihrer Regeln wird ausgewertet.</translation>
    </message>
    <message>
        <source>The file as it is now is not in force; its last good rules are evaluated on.</source>
        <translation>Die Datei in ihrem jetzigen Zustand gilt nicht; die letzten gültigen Regeln werden weiter ausgewertet.</translation>
    </message>
</context>
<context>
    <name>sightglass::ConfigList</name>
    <message>
        <source>What there is to say of %1</source>
        <translation>Was zu %1 zu sagen ist</translation>
    </message>
    <message>
        <source>Stop following %1: its targets go</source>
        <translation>%1 nicht mehr folgen: Die Ziele daraus verschwinden</translation>
    </message>
    <message>
        <source>Stop following %1</source>
        <translation>%1 nicht mehr folgen</translation>
    </message>
</context>
<context>
    <name>sightglass::ConfigReport</name>
    <message>
        <source>rule file found</source>
        <translation>Regeldatei gefunden</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>broken: as it was last good</source>
        <translation>fehlerhaft: letzter gültiger Stand</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%Ln Ziel</numerusform>
            <numerusform>%Ln Ziele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%Ln verworfen</numerusform>
            <numerusform>%Ln verworfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%Ln Problem</numerusform>
            <numerusform>%Ln Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) not honoured</source>
        <translation>
            <numerusform>%Ln Feld nicht berücksichtigt</numerusform>
            <numerusform>%Ln Felder nicht berücksichtigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule file(s)</source>
        <translation>
            <numerusform>%Ln Regeldatei</numerusform>
            <numerusform>%Ln Regeldateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them broken</source>
        <translation>
            <numerusform>%Ln davon fehlerhaft</numerusform>
            <numerusform>%Ln davon fehlerhaft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%Ln Regel</numerusform>
            <numerusform>%Ln Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>group %1, rule %2, %3: %4</source>
        <translation>Gruppe %1, Regel %2, %3: %4</translation>
    </message>
</context>
<context>
    <name>sightglass::ConfigReportModel</name>
    <message>
        <source>Broken</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Not honoured</source>
        <translation>Unberücksichtigt</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>sightglass::DashboardDocument</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>its folder could not be made</source>
        <translation>der Ordner dafür ließ sich nicht anlegen</translation>
    </message>
    <message>
        <source>%1 was changed, but cannot be read: %2</source>
        <translation>%1 wurde geändert, lässt sich aber nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 has something that is not known here and will be gone when it is saved: %2</source>
        <translation>%1 enthält etwas, das hier nicht bekannt ist und beim Speichern verloren geht: %2</translation>
    </message>
</context>
<context>
    <name>sightglass::DashboardEditing</name>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>„%1“ hat nicht gespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Nicht speichern</translation>
    </message>
</context>
<context>
    <name>sightglass::DashboardLinkBar</name>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>No dashboard has these tags</source>
        <translation>Kein Dashboard hat diese Tags</translation>
    </message>
</context>
<context>
    <name>sightglass::DashboardList</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Recently viewed</source>
        <translation>Zuletzt angesehen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>sightglass::DashboardListPanel</name>
    <message>
        <source>Dashboards: %1</source>
        <translation>Dashboards: %1</translation>
    </message>
    <message>
        <source>Search dashboards</source>
        <translation>Dashboards durchsuchen</translation>
    </message>
    <message>
        <source>This list shows no kind of dashboards</source>
        <translation>Diese Liste zeigt keine Art von Dashboards</translation>
    </message>
</context>
<context>
    <name>sightglass::DashboardPages</name>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Ask the metrics yourself (Ctrl+E)</source>
        <translation>Die Metriken selbst befragen (Strg+E)</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>What is wrong with an endpoint, and how to mend it (Ctrl+D)</source>
        <translation>Was an einem Endpunkt nicht stimmt und wie es zu beheben ist (Strg+D)</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not opened, since it is no address of the web or of mail: %1</source>
        <translation>Nicht geöffnet, da es weder eine Web- noch eine Mailadresse ist: %1</translation>
    </message>
    <message>
        <source>The system could not open %1</source>
        <translation>Das System konnte %1 nicht öffnen</translation>
    </message>
    <message>
        <source>New dashboard</source>
        <translation>Neues Dashboard</translation>
    </message>
    <message>
        <source>Add to which dashboard</source>
        <translation>Zu welchem Dashboard hinzufügen</translation>
    </message>
    <message>
        <source>&amp;New dashboard</source>
        <translation>&amp;Neues Dashboard</translation>
    </message>
    <message>
        <source>No dashboard is open that this link leads to: %1</source>
        <translation>Kein Dashboard ist offen, zu dem dieser Link führt: %1</translation>
    </message>
</context>
<context>
    <name>sightglass::DashboardSettings</name>
    <message>
        <source>A variable needs a name.</source>
        <translation>Eine Variable braucht einen Namen.</translation>
    </message>
    <message>
        <source>Only letters, digits and _ can be in a name.</source>
        <translation>Ein Name kann nur Buchstaben, Ziffern und _ enthalten.</translation>
    </message>
    <message>
        <source>Names that begin with __ are taken for built-in variables.</source>
        <translation>Namen, die mit __ beginnen, gelten als eingebaute Variablen.</translation>
    </message>
    <message>
        <source>Another variable has this name.</source>
        <translation>Eine andere Variable hat diesen Namen.</translation>
    </message>
    <message>
        <source>No duration: %1</source>
        <translation>Keine Dauer: %1</translation>
    </message>
    <message>
        <source>No duration, such as 10s</source>
        <translation>Keine Dauer wie 10s</translation>
    </message>
    <message>
        <source>New variable</source>
        <translation>Neue Variable</translation>
    </message>
    <message>
        <source>Variables are chosen above the dashboard, and stand in queries, titles and links as $name. A panel or a row can be repeated for each of their values.</source>
        <translation>Variablen werden über dem Dashboard gewählt und stehen in Anfragen, Titeln und Links als $name. Ein Panel oder eine Zeile lässt sich für jeden ihrer Werte wiederholen.</translation>
    </message>
    <message>
        <source>Alerts that fire</source>
        <translation>Ausgelöste Alarme</translation>
    </message>
    <message>
        <source>Of another data source</source>
        <translation>Aus einer anderen Datenquelle</translation>
    </message>
    <message>
        <source>off · %1</source>
        <translation>aus · %1</translation>
    </message>
    <message>
        <source>A name says what the marks are.</source>
        <translation>Ein Name sagt, was die Markierungen sind.</translation>
    </message>
    <message>
        <source>Where this query is not 0 there is a mark.</source>
        <translation>Wo diese Anfrage nicht 0 ergibt, steht eine Markierung.</translation>
    </message>
    <message>
        <source>Restarts of processes</source>
        <translation>Neustarts von Prozessen</translation>
    </message>
    <message>
        <source>Where a query is not 0</source>
        <translation>Wo eine Anfrage nicht 0 ergibt</translation>
    </message>
    <message>
        <source>Annotations mark on all charts when something happened: alerts, restarts, or whatever a query finds. Your own notes (Ctrl+Shift+M) are marked on every dashboard.</source>
        <translation>Annotationen markieren in allen Diagrammen, wann etwas geschah: Alarme, Neustarts oder was eine Anfrage findet. Eigene Notizen (Strg+Umschalt+M) sind in jedem Dashboard markiert.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>All dashboards</source>
        <translation>Alle Dashboards</translation>
    </message>
    <message>
        <source>Dashboards with: %1</source>
        <translation>Dashboards mit: %1</translation>
    </message>
    <message>
        <source>Without a title nobody sees where it leads.</source>
        <translation>Ohne Titel sieht niemand, wohin er führt.</translation>
    </message>
    <message>
        <source>An address, or /d/ and the id of a dashboard</source>
        <translation>Eine Adresse, oder /d/ und die ID eines Dashboards</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Link to an address</source>
        <translation>Link zu einer Adresse</translation>
    </message>
    <message>
        <source>Links to dashboards</source>
        <translation>Links zu Dashboards</translation>
    </message>
    <message>
        <source>Links stand above the dashboard: to an address, or to all dashboards with some tags. They can take the time range and the variables along.</source>
        <translation>Links stehen über dem Dashboard: zu einer Adresse oder zu allen Dashboards mit bestimmten Tags. Sie können den Zeitraum und die Variablen mitnehmen.</translation>
    </message>
</context>
<context>
    <name>sightglass::DashboardSettingsPage</name>
    <message>
        <source>No duration, such as 10s</source>
        <translation>Keine Dauer wie 10s</translation>
    </message>
    <message>
        <source>No time zone, such as utc or Europe/Berlin</source>
        <translation>Keine Zeitzone wie utc oder Europe/Berlin</translation>
    </message>
    <message>
        <source>Back to the dashboard</source>
        <translation>Zurück zum Dashboard</translation>
    </message>
    <message>
        <source>Everything is taken over already (Escape)</source>
        <translation>Alles ist bereits übernommen (Esc)</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Settings of “%1”</source>
        <translation>Einstellungen von „%1“</translation>
    </message>
    <message>
        <source>A dashboard needs a title.</source>
        <translation>Ein Dashboard braucht einen Titel.</translation>
    </message>
</context>
<context>
    <name>sightglass::DashboardWindow</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1 – Sightglass</source>
        <translation>%1 – Sightglass</translation>
    </message>
</context>
<context>
    <name>sightglass::DoctorHeader</name>
    <message>
        <source>Show the newer page</source>
        <translation>Neuere zeigen</translation>
    </message>
    <message>
        <source>Examine text…</source>
        <translation>Text untersuchen…</translation>
    </message>
    <message>
        <source>What is examined</source>
        <translation>Was untersucht wird</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Show new pages as they come; off: this one stays</source>
        <translation>Neue Seiten zeigen, sobald sie kommen; aus: Diese bleibt</translation>
    </message>
    <message>
        <source>This page stays while you search in it or have something selected</source>
        <translation>Diese Seite bleibt, solange darin gesucht wird oder etwas ausgewählt ist</translation>
    </message>
    <message>
        <source>Examine a page from the clipboard or a file (Ctrl+Shift+V)</source>
        <translation>Eine Seite aus der Zwischenablage oder einer Datei untersuchen (Strg+Umschalt+V)</translation>
    </message>
    <message>
        <source>%1 (down)</source>
        <translation>%1 (gestört)</translation>
    </message>
</context>
<context>
    <name>sightglass::DoctorPage</name>
    <message>
        <source>Examining…</source>
        <translation>Untersuchung läuft…</translation>
    </message>
    <message>
        <source>Waiting for the next scrape</source>
        <translation>Warten auf die nächste Abfrage</translation>
    </message>
</context>
<context>
    <name>sightglass::DoctorSession</name>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
    <message>
        <source>Still reading %1</source>
        <translation>%1 wird noch gelesen</translation>
    </message>
</context>
<context>
    <name>sightglass::DoctorSummary</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Unpacked</source>
        <translation>Entpackt</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>Übertragen</translation>
    </message>
    <message>
        <source>Compressed, and its share of the size</source>
        <translation>Komprimiert, mit dem Anteil an der Größe</translation>
    </message>
    <message>
        <source>Compression was offered, but the endpoint does not use it</source>
        <translation>Komprimierung wurde angeboten, aber der Endpunkt nutzt sie nicht</translation>
    </message>
    <message>
        <source>Not compressed</source>
        <translation>Nicht komprimiert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>How long the scrape took of what it may take</source>
        <translation>Wie lange die Abfrage dauerte und höchstens dauern darf</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Schwankung</translation>
    </message>
    <message numerus="yes">
        <source>The shortest and the longest of the last %n scrape(s)</source>
        <translation>
            <numerusform>Die kürzeste und die längste der letzten %Ln Abfrage</numerusform>
            <numerusform>Die kürzeste und die längste der letzten %Ln Abfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Native histograms</source>
        <translation>Native Histogramme</translation>
    </message>
    <message>
        <source>Exemplars</source>
        <translation>Exemplare</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Told by its content</source>
        <translation>Am Inhalt erkannt</translation>
    </message>
    <message>
        <source>Scraped at</source>
        <translation>Abgefragt um</translation>
    </message>
    <message>
        <source>%1 approved</source>
        <translation>%1 gebilligt</translation>
    </message>
    <message>
        <source>No page</source>
        <translation>Keine Seite</translation>
    </message>
    <message>
        <source>Prometheus refuses this page</source>
        <translation>Prometheus lehnt diese Seite ab</translation>
    </message>
    <message>
        <source>Accepted, with problems</source>
        <translation>Angenommen, mit Problemen</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Prometheus text</source>
        <translation>Prometheus-Text</translation>
    </message>
    <message>
        <source>protobuf and OpenMetrics were asked for, and are not offered</source>
        <translation>Protobuf und OpenMetrics wurden angefordert und werden nicht angeboten</translation>
    </message>
    <message>
        <source>protobuf was asked for, and is not offered</source>
        <translation>Protobuf wurde angefordert und wird nicht angeboten</translation>
    </message>
    <message>
        <source>OpenMetrics was asked for, and is not offered</source>
        <translation>OpenMetrics wurde angefordert und wird nicht angeboten</translation>
    </message>
    <message>
        <source>Compression was not asked for: it is switched off for this target</source>
        <translation>Komprimierung war nicht verlangt: Sie ist für dieses Ziel abgeschaltet</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Content-Type</source>
        <translation>Content-Type</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>Prometheus refuses this answer</source>
        <translation>Prometheus lehnt diese Antwort ab</translation>
    </message>
</context>
<context>
    <name>sightglass::DoctorView</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Cardinality</source>
        <translation>Kardinalität</translation>
    </message>
</context>
<context>
    <name>sightglass::EditBar</name>
    <message>
        <source>Add panel</source>
        <translation>Panel hinzufügen</translation>
    </message>
    <message>
        <source>From a metric, a query or a picture</source>
        <translation>Aus einer Metrik, einer Anfrage oder einem Bild</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>A heading for panels, which can be folded</source>
        <translation>Eine Überschrift für Panels, die sich einklappen lässt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Wiederholen (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Back to what the file says; can be undone</source>
        <translation>Zurück zu dem, was in der Datei steht; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Write the dashboard&apos;s file</source>
        <translation>Die Datei des Dashboards schreiben</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>End editing</source>
        <translation>Bearbeiten beenden</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Bearbeitung</translation>
    </message>
    <message>
        <source>Take what is on disk</source>
        <translation>Fassung der Datei nehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Eigene behalten</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Saving then writes over what is on disk</source>
        <translation>Speichern überschreibt dann, was in der Datei steht</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>Rückgängig: %1 (Strg+Z)</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Shift+Z)</source>
        <translation>Wiederholen: %1 (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Your own copy, not saved yet: %1</source>
        <translation>Eigene Kopie, noch nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Somebody else changed %1 while it was edited here.</source>
        <translation>Jemand anderes hat %1 geändert, während es hier bearbeitet wurde.</translation>
    </message>
    <message>
        <source>Save dashboard as</source>
        <translation>Dashboard speichern unter</translation>
    </message>
    <message>
        <source>Dashboards (*.json)</source>
        <translation>Dashboards (*.json)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Variables, annotations, links, title and times of the dashboard</source>
        <translation>Variablen, Annotationen, Links, Titel und Zeiten des Dashboards</translation>
    </message>
    <message>
        <source>What this is a copy of was changed while the copy was edited here.</source>
        <translation>Wovon dies eine Kopie ist, wurde geändert, während die Kopie hier bearbeitet wurde.</translation>
    </message>
    <message>
        <source>The copy stays as it is</source>
        <translation>Die Kopie bleibt, wie sie ist</translation>
    </message>
</context>
<context>
    <name>sightglass::EditText</name>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 duplizieren</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>Größe von %1 ändern</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>%1 einfügen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Add row %1</source>
        <translation>Zeile %1 hinzufügen</translation>
    </message>
    <message>
        <source>Rename row to %1</source>
        <translation>Zeile in %1 umbenennen</translation>
    </message>
    <message>
        <source>Fold row %1</source>
        <translation>Zeile %1 einklappen</translation>
    </message>
    <message>
        <source>Unfold row %1</source>
        <translation>Zeile %1 ausklappen</translation>
    </message>
    <message>
        <source>Change the dashboard&apos;s settings</source>
        <translation>Einstellungen des Dashboards ändern</translation>
    </message>
    <message>
        <source>Take what is on disk</source>
        <translation>Fassung der Datei nehmen</translation>
    </message>
    <message>
        <source>untitled panel</source>
        <translation>Panel ohne Titel</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>sightglass::EditingPane</name>
    <message>
        <source>Panels that are not drawn here can be moved and removed, but not edited.</source>
        <translation>Panels, die hier nicht gezeichnet werden, lassen sich verschieben und entfernen, aber nicht bearbeiten.</translation>
    </message>
    <message>
        <source>This dashboard is empty.</source>
        <translation>Dieses Dashboard ist leer.</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>Panel hinzufügen</translation>
    </message>
    <message>
        <source>Add variables</source>
        <translation>Variablen hinzufügen</translation>
    </message>
    <message>
        <source>From a metric, a query or a picture</source>
        <translation>Aus einer Metrik, einer Anfrage oder einem Bild</translation>
    </message>
</context>
<context>
    <name>sightglass::ExamineBox</name>
    <message>
        <source>Paste or drop a metrics page here</source>
        <translation>Hier eine Metrikseite einfügen oder ablegen</translation>
    </message>
    <message>
        <source>Prometheus text, OpenMetrics or protobuf, also gzip or zstd. Nothing of it is kept when the window closes.</source>
        <translation>Prometheus-Text, OpenMetrics oder Protobuf, auch mit gzip oder zstd komprimiert. Beim Schließen des Fensters bleibt nichts davon zurück.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>What is on the clipboard (Ctrl+V)</source>
        <translation>Was in der Zwischenablage ist (Strg+V)</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>Examine a file</source>
        <translation>Eine Datei untersuchen</translation>
    </message>
</context>
<context>
    <name>sightglass::ExemplarLayer</name>
    <message numerus="yes">
        <source>%n exemplar(s)</source>
        <translation>
            <numerusform>%Ln Exemplar</numerusform>
            <numerusform>%Ln Exemplare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n exemplar(s)</source>
        <translation>
            <numerusform>%1 von %Ln Exemplar</numerusform>
            <numerusform>%1 von %Ln Exemplaren</numerusform>
        </translation>
    </message>
    <message>
        <source>exemplar</source>
        <translation>Exemplar</translation>
    </message>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>The trace id is on the clipboard</source>
        <translation>Die Trace-ID ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>The labels are on the clipboard</source>
        <translation>Die Labels sind in der Zwischenablage</translation>
    </message>
    <message>
        <source>Click or Enter copies the trace id</source>
        <translation>Klick oder Eingabetaste kopiert die Trace-ID</translation>
    </message>
    <message>
        <source>Click or Enter copies the labels</source>
        <translation>Klick oder Eingabetaste kopiert die Labels</translation>
    </message>
    <message>
        <source>Copy trace id</source>
        <translation>Trace-ID kopieren</translation>
    </message>
    <message>
        <source>Copy all labels</source>
        <translation>Alle Labels kopieren</translation>
    </message>
</context>
<context>
    <name>sightglass::ExplainPane</name>
    <message>
        <source>Parts of the query</source>
        <translation>Teile der Anfrage</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>Take the query apart at the present end of the time range</source>
        <translation>Die Anfrage am jetzigen Ende des Zeitraums neu zerlegen</translation>
    </message>
    <message>
        <source>Query %1 cannot be read: %2</source>
        <translation>Anfrage %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>Query %1, part by part, at %2</source>
        <translation>Anfrage %1, Teil für Teil, um %2</translation>
    </message>
    <message>
        <source>not all parts: there are too many, or they take too long</source>
        <translation>nicht alle Teile: Es sind zu viele, oder sie dauern zu lange</translation>
    </message>
    <message>
        <source>Run a query to see it part by part</source>
        <translation>Eine Anfrage ausführen, um sie Teil für Teil zu sehen</translation>
    </message>
</context>
<context>
    <name>sightglass::ExplanationModel</name>
    <message>
        <source>%1 (%2 samples)</source>
        <translation>%1 (%2 Messwerte)</translation>
    </message>
    <message>
        <source>Time to evaluate this with all that is below it</source>
        <translation>Zeit für die Auswertung samt allem, was darunter liegt</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Zeitreihen</translation>
    </message>
    <message>
        <source>First of them</source>
        <translation>Die ersten davon</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>← becomes empty here</source>
        <translation>← wird hier leer</translation>
    </message>
</context>
<context>
    <name>sightglass::ExploreIntro</name>
    <message>
        <source>How often: the rate of a counter</source>
        <translation>Wie oft: die Rate eines Counters</translation>
    </message>
    <message>
        <source>How much: a gauge as it is</source>
        <translation>Wie viel: ein Gauge, wie er ist</translation>
    </message>
    <message>
        <source>How slow: a quantile of a histogram</source>
        <translation>Wie langsam: ein Quantil eines Histogramms</translation>
    </message>
    <message>
        <source>How spread: the buckets of a histogram</source>
        <translation>Wie verteilt: die Buckets eines Histogramms</translation>
    </message>
    <message>
        <source>On average: sum by count</source>
        <translation>Im Mittel: Summe durch Anzahl</translation>
    </message>
    <message>
        <source>The quantiles of a summary</source>
        <translation>Die Quantile einer Summary</translation>
    </message>
    <message>
        <source>What the labels say</source>
        <translation>Was die Labels sagen</translation>
    </message>
    <message>
        <source>Ask your metrics anything</source>
        <translation>Was sagen die Metriken?</translation>
    </message>
    <message>
        <source>There are no metrics yet. As soon as a target has been scraped, they are listed at the left, and examples stand here.</source>
        <translation>Noch gibt es keine Metriken. Sobald ein Ziel abgefragt wurde, stehen sie links, und hier erscheinen Beispiele.</translation>
    </message>
    <message>
        <source>Click a metric at the left, type a query above and press Enter, or begin with one of these:</source>
        <translation>Links auf eine Metrik klicken, oben eine Anfrage schreiben und die Eingabetaste drücken oder mit einer von diesen beginnen:</translation>
    </message>
</context>
<context>
    <name>sightglass::ExploreNotice</name>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>%1 of %2 series are shown.</source>
        <translation>%1 von %2 Zeitreihen werden gezeigt.</translation>
    </message>
    <message>
        <source>There are more samples than are listed here. A shorter time range shows them all.</source>
        <translation>Es gibt mehr Messwerte, als hier aufgeführt sind. Ein kürzerer Zeitraum zeigt sie alle.</translation>
    </message>
</context>
<context>
    <name>sightglass::ExploreResult</name>
    <message>
        <source>Stored samples</source>
        <translation>Gespeicherte Messwerte</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Native histograms cannot be drawn as lines: choose one of their numbers above, or look at them as a table.</source>
        <translation>Native Histogramme lassen sich nicht als Linien zeichnen: Oben eine ihrer Zahlen wählen oder sie als Tabelle ansehen.</translation>
    </message>
    <message>
        <source>Nothing to show: the query cannot be evaluated.</source>
        <translation>Nichts zu zeigen: Die Anfrage lässt sich nicht auswerten.</translation>
    </message>
    <message>
        <source>every stored sample</source>
        <translation>jeder gespeicherte Messwert</translation>
    </message>
</context>
<context>
    <name>sightglass::ExploreToolBar</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run all queries (Enter)</source>
        <translation>Alle Anfragen ausführen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Add query</source>
        <translation>Anfrage hinzufügen</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>All queries over the time range, in one chart</source>
        <translation>Alle Anfragen über den Zeitraum, in einem Diagramm</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>All queries at the end of the time range</source>
        <translation>Alle Anfragen am Ende des Zeitraums</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>What is stored of the series that the queries read: every sample, at its own time</source>
        <translation>Was von den Zeitreihen gespeichert ist, die die Anfragen lesen: jeder Messwert zu seinem eigenen Zeitpunkt</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>The query part by part: what each gives, and where it becomes empty</source>
        <translation>Die Anfrage Teil für Teil: was jeder ergibt und wo das Ergebnis leer wird</translation>
    </message>
    <message>
        <source>Copy CSV</source>
        <translation>CSV kopieren</translation>
    </message>
    <message>
        <source>Copy the samples that are shown, with all their labels, as CSV</source>
        <translation>Die gezeigten Messwerte mit allen Labels als CSV kopieren</translation>
    </message>
    <message>
        <source>To dashboard…</source>
        <translation>Zum Dashboard…</translation>
    </message>
    <message>
        <source>Add a panel with these queries to a dashboard</source>
        <translation>Ein Panel mit diesen Anfragen zu einem Dashboard hinzufügen</translation>
    </message>
</context>
<context>
    <name>sightglass::ExploreView</name>
    <message numerus="yes">
        <source>The first %n row(s) are on the clipboard as CSV; there are more.</source>
        <translation>
            <numerusform>Die erste Zeile ist als CSV in der Zwischenablage; es gibt mehr.</numerusform>
            <numerusform>Die ersten %Ln Zeilen sind als CSV in der Zwischenablage; es gibt mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are on the clipboard as CSV.</source>
        <translation>
            <numerusform>%Ln Zeile ist als CSV in der Zwischenablage.</numerusform>
            <numerusform>%Ln Zeilen sind als CSV in der Zwischenablage.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ExportCommand</name>
    <message>
        <source>Scrapes the targets for a while and writes what they exposed last, with the labels and times that are stored. Needs no display.</source>
        <translation>Fragt die Ziele eine Zeit lang ab und schreibt, was sie zuletzt ausgegeben haben, mit den Labels und Zeiten, die gespeichert sind. Braucht keinen Bildschirm.</translation>
    </message>
    <message>
        <source>How long to scrape first, e.g. 20s or 2m (5s).</source>
        <translation>Wie lange vorher abgefragt wird, z. B. 20s oder 2m (5s).</translation>
    </message>
    <message>
        <source>DURATION</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>text, openmetrics or protobuf (text). OpenMetrics has exemplars and units, protobuf native histograms too.</source>
        <translation>text, openmetrics oder protobuf (text). OpenMetrics hat Exemplare und Einheiten, Protobuf auch native Histogramme.</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>FORMAT</translation>
    </message>
    <message>
        <source>Only the series of this selector; may be repeated for those of any.</source>
        <translation>Nur die Zeitreihen dieses Selektors; mehrfach möglich, dann genügt einer davon.</translation>
    </message>
    <message>
        <source>SELECTOR</source>
        <translation>SELEKTOR</translation>
    </message>
    <message>
        <source>The file to write; - is the standard output (-).</source>
        <translation>Die zu schreibende Datei; - ist die Standardausgabe (-).</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>More endpoints to scrape.</source>
        <translation>Weitere abzufragende Endpunkte.</translation>
    </message>
    <message>
        <source>not a duration: %1</source>
        <translation>keine Dauer: %1</translation>
    </message>
    <message>
        <source>not a format: %1</source>
        <translation>kein Format: %1</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n native histograms are left out: only protobuf has them</source>
        <translation>
            <numerusform>%Ln natives Histogramm ausgelassen: nur Protobuf hat solche</numerusform>
            <numerusform>%Ln native Histogramme ausgelassen: nur Protobuf hat solche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counters or info metrics are written as unknown: OpenMetrics would add _total or _info to their names; --format text keeps both</source>
        <translation>
            <numerusform>%Ln Counter oder Info-Metrik als unknown geschrieben: OpenMetrics würde dem Namen _total oder _info anhängen; --format text behält beides</numerusform>
            <numerusform>%Ln Counter oder Info-Metriken als unknown geschrieben: OpenMetrics würde ihren Namen _total oder _info anhängen; --format text behält beides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gauge histograms are written without their type: the text format has no such type</source>
        <translation>
            <numerusform>%Ln Gauge-Histogramm ohne Typ geschrieben: das Textformat hat diesen Typ nicht</numerusform>
            <numerusform>%Ln Gauge-Histogramme ohne Typ geschrieben: das Textformat hat diesen Typ nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>What becomes of names that are not made of letters, digits and _ alone: allow-utf-8 quotes them, underscores, dots or values write plain ones (allow-utf-8).</source>
        <translation>Was aus Namen wird, die nicht nur aus Buchstaben, Ziffern und _ bestehen: allow-utf-8 setzt sie in Anführungszeichen, underscores, dots oder values schreiben einfache (allow-utf-8).</translation>
    </message>
    <message>
        <source>SCHEME</source>
        <translation>SCHEMA</translation>
    </message>
    <message>
        <source>not a scheme of escaping: %1</source>
        <translation>kein Schema des Umschreibens: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n histograms or summaries are written without their type: some of their series are missing, or their bounds are not written as the format has them (le=&quot;1.0&quot;)</source>
        <translation>
            <numerusform>%Ln Histogramm oder Summary ohne Typ geschrieben: einige Zeitreihen fehlen, oder die Grenzen sind nicht so geschrieben, wie das Format sie hat (le=&quot;1.0&quot;)</numerusform>
            <numerusform>%Ln Histogramme oder Summarys ohne Typ geschrieben: einige ihrer Zeitreihen fehlen, oder ihre Grenzen sind nicht so geschrieben, wie das Format sie hat (le=&quot;1.0&quot;)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families are described differently by their targets: each is written as the target of its first series describes it</source>
        <translation>
            <numerusform>%Ln Familie wird von ihren Zielen verschieden beschrieben: sie ist so geschrieben, wie das Ziel ihrer ersten Zeitreihe sie beschreibt</numerusform>
            <numerusform>%Ln Familien werden von ihren Zielen verschieden beschrieben: jede ist so geschrieben, wie das Ziel ihrer ersten Zeitreihe sie beschreibt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gauge histograms are read back with _count and _sum for _gcount and _gsum: protobuf names no parts; --format openmetrics keeps the names</source>
        <translation>
            <numerusform>%Ln Gauge-Histogramm wird mit _count und _sum statt _gcount und _gsum zurückgelesen: Protobuf benennt keine Teile; --format openmetrics behält die Namen</numerusform>
            <numerusform>%Ln Gauge-Histogramme werden mit _count und _sum statt _gcount und _gsum zurückgelesen: Protobuf benennt keine Teile; --format openmetrics behält die Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metrics have the name of another one once they are escaped: no reader can tell them apart; --escaping values keeps names apart</source>
        <translation>
            <numerusform>%Ln Metrik heißt umgeschrieben wie eine andere: kein Leser kann sie unterscheiden; --escaping values hält Namen auseinander</numerusform>
            <numerusform>%Ln Metriken heißen umgeschrieben wie eine andere: kein Leser kann sie unterscheiden; --escaping values hält Namen auseinander</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metrics have quoted names: Prometheus 3 reads them, but not every reader of the format, and OpenMetrics 1.0.0 does not know them; --escaping underscores writes plain ones</source>
        <translation>
            <numerusform>%Ln Metrik hat einen Namen in Anführungszeichen: Prometheus 3 liest ihn, aber nicht jeder Leser des Formats, und OpenMetrics 1.0.0 kennt ihn nicht; --escaping underscores schreibt einfache</numerusform>
            <numerusform>%Ln Metriken haben Namen in Anführungszeichen: Prometheus 3 liest sie, aber nicht jeder Leser des Formats, und OpenMetrics 1.0.0 kennt sie nicht; --escaping underscores schreibt einfache</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ExportFormat</name>
    <message>
        <source>SVG picture</source>
        <translation>SVG-Bild</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>JSON data</source>
        <translation>JSON-Daten</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG-Bild</translation>
    </message>
</context>
<context>
    <name>sightglass::Exporter</name>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Copied the picture of %1</source>
        <translation>Bild von %1 kopiert</translation>
    </message>
    <message>
        <source>Copied the data of %1</source>
        <translation>Daten von %1 kopiert</translation>
    </message>
    <message>
        <source>all %1 rows, whatever is filtered</source>
        <translation>alle %1 Zeilen, was auch gefiltert ist</translation>
    </message>
    <message>
        <source>%1 of %2 rows, as filtered</source>
        <translation>%1 von %2 Zeilen, wie gefiltert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a format, which rows</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Saved %1: %2</source>
        <comment>a file, which rows it has</comment>
        <translation>%1 gespeichert: %2</translation>
    </message>
    <message>
        <source>Copied the data of %1: %2</source>
        <comment>a panel, which rows</comment>
        <translation>Daten von %1 kopiert: %2</translation>
    </message>
</context>
<context>
    <name>sightglass::FieldEditor</name>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>A whole number, or nothing</source>
        <translation>Eine ganze Zahl oder nichts</translation>
    </message>
    <message>
        <source>A number such as 0.5, or nothing</source>
        <translation>Eine Zahl wie 0.5 oder nichts</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>one, two</source>
        <translation>eins, zwei</translation>
    </message>
</context>
<context>
    <name>sightglass::FilterPopup</name>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Text or number</source>
        <translation>Text oder Zahl</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Search values</source>
        <translation>Werte durchsuchen</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>sightglass::FindingDelegate</name>
    <message>
        <source>approved</source>
        <translation>gebilligt</translation>
    </message>
</context>
<context>
    <name>sightglass::FindingDetail</name>
    <message>
        <source>It is to stay: &amp;approve</source>
        <translation>Das soll so bleiben: &amp;billigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>What Prometheus does</source>
        <translation>Was Prometheus tut</translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation>Wie es zu beheben ist</translation>
    </message>
    <message>
        <source>Findings like this one, of the same rule about the same metric, count no more (A)</source>
        <translation>Befunde wie dieser, nach derselben Regel zur selben Metrik, zählen nicht mehr (A)</translation>
    </message>
    <message>
        <source>Copy the finding as text (Ctrl+C)</source>
        <translation>Den Befund als Text kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
</context>
<context>
    <name>sightglass::FindingList</name>
    <message>
        <source>Use  %1</source>
        <translation>Verwenden:  %1</translation>
    </message>
</context>
<context>
    <name>sightglass::FindingPane</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>Befunde filtern</translation>
    </message>
    <message>
        <source>What Prometheus refuses: up is 0</source>
        <translation>Was Prometheus ablehnt: up ist 0</translation>
    </message>
    <message>
        <source>What Prometheus takes although it is wrong</source>
        <translation>Was Prometheus annimmt, obwohl es falsch ist</translation>
    </message>
    <message>
        <source>What could be better</source>
        <translation>Was besser sein könnte</translation>
    </message>
    <message>
        <source>Findings that somebody approved: they are to stay</source>
        <translation>Befunde, die jemand gebilligt hat: Sie sollen bleiben</translation>
    </message>
    <message>
        <source>%1 approved</source>
        <translation>%1 gebilligt</translation>
    </message>
    <message>
        <source>Nothing to complain about</source>
        <translation>Nichts zu beanstanden</translation>
    </message>
    <message>
        <source>The filter and approvals leave none of %1</source>
        <translation>Filter und Billigungen lassen von %1 keinen übrig</translation>
    </message>
    <message>
        <source>More of these are not listed: %1</source>
        <translation>Weitere davon sind nicht aufgeführt: %1</translation>
    </message>
    <message>
        <source>&amp;Withdraw approval</source>
        <translation>Billigung &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>&amp;Billigen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>sightglass::FirstScrapes</name>
    <message>
        <source>No target answers yet</source>
        <translation>Noch antwortet kein Ziel</translation>
    </message>
    <message>
        <source>No target can be read yet</source>
        <translation>Noch lässt sich kein Ziel lesen</translation>
    </message>
    <message>
        <source>One target answers, but its answer is refused</source>
        <translation>Ein Ziel antwortet, aber seine Antwort wird abgelehnt</translation>
    </message>
    <message>
        <source>%1 targets answer, but their answers are refused</source>
        <translation>%1 Ziele antworten, aber ihre Antworten werden abgelehnt</translation>
    </message>
    <message>
        <source>Point Sightglass at a metrics endpoint</source>
        <translation>Sightglass auf einen Metrik-Endpunkt richten</translation>
    </message>
    <message>
        <source>Its dashboard appears by itself after the first scrape.</source>
        <translation>Sein Dashboard erscheint nach der ersten Abfrage von selbst.</translation>
    </message>
    <message>
        <source>Waiting for the first scrape</source>
        <translation>Warten auf die erste Abfrage</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>sightglass::FmtCommand</name>
    <message>
        <source>Formats a PromQL expression.</source>
        <translation>Formatiert einen PromQL-Ausdruck.</translation>
    </message>
    <message>
        <source>The expression; - reads it from the standard input.</source>
        <translation>Der Ausdruck; - liest ihn von der Standardeingabe.</translation>
    </message>
    <message>
        <source>say one expression, in quotes, or - to read it from the standard input</source>
        <translation>genau einen Ausdruck in Anführungszeichen angeben, oder - für die Standardeingabe</translation>
    </message>
</context>
<context>
    <name>sightglass::FoldingBar</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>sightglass::ForeignPanel</name>
    <message>
        <source>A panel of another program</source>
        <translation>Ein Panel eines anderen Programms</translation>
    </message>
    <message>
        <source>A panel of the plugin “%1”</source>
        <translation>Ein Panel des Plugins „%1“</translation>
    </message>
    <message>
        <source>It asks the data source “%1”.</source>
        <translation>Es fragt die Datenquelle „%1“ ab.</translation>
    </message>
    <message>
        <source>It is not drawn here. It is kept in the file, and exported again as it was.</source>
        <translation>Es wird hier nicht gezeichnet. In der Datei bleibt es erhalten und wird unverändert wieder exportiert.</translation>
    </message>
    <message>
        <source>The library panel “%1”</source>
        <translation>Das Bibliothekspanel „%1“</translation>
    </message>
    <message>
        <source>Its content is not in the file: Grafana keeps it apart. Export the dashboard there for sharing externally, and it comes along.</source>
        <translation>Sein Inhalt steht nicht in der Datei: Grafana bewahrt ihn getrennt auf. Wird das Dashboard dort zum externen Teilen exportiert, kommt er mit.</translation>
    </message>
    <message>
        <source>Data of “%1”</source>
        <translation>Daten von „%1“</translation>
    </message>
    <message>
        <source>The panel (%1) asks this data source only. Here Prometheus&apos; metrics are shown, and nothing else is asked.</source>
        <translation>Das Panel (%1) fragt nur diese Datenquelle. Hier werden Prometheus-Metriken gezeigt, und nichts anderes wird gefragt.</translation>
    </message>
    <message>
        <source>It is kept in the file, and exported again as it was.</source>
        <translation>Es bleibt in der Datei und wird wieder exportiert, wie es war.</translation>
    </message>
</context>
<context>
    <name>sightglass::FormatOption</name>
    <message>
        <source>Read native histograms, as with scrape_native_histograms: true. Without, classic series are all there is.</source>
        <translation>Native Histogramme lesen wie mit scrape_native_histograms: true. Ohne dies gibt es nur klassische Zeitreihen.</translation>
    </message>
    <message>
        <source>Read the classic series of native histograms as well, as with always_scrape_classic_histograms: true.</source>
        <translation>Auch die klassischen Zeitreihen nativer Histogramme lesen wie mit always_scrape_classic_histograms: true.</translation>
    </message>
</context>
<context>
    <name>sightglass::FrameTable</name>
    <message>
        <source>Table: %1</source>
        <translation>Tabelle: %1</translation>
    </message>
    <message>
        <source>Table shown</source>
        <translation>Gezeigte Tabelle</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Zeilen: %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
</context>
<context>
    <name>sightglass::GridEditor</name>
    <message>
        <source>Panels can be moved where the window is wider.</source>
        <translation>Panels lassen sich verschieben, wo das Fenster breiter ist.</translation>
    </message>
    <message>
        <source>Copied “%1”. Ctrl+V puts it into a dashboard that is edited, here or in Grafana as JSON.</source>
        <translation>„%1“ kopiert. Strg+V setzt es in ein Dashboard ein, das bearbeitet wird, hier oder in Grafana als JSON.</translation>
    </message>
    <message>
        <source>The clipboard holds no panel: %1</source>
        <translation>In der Zwischenablage ist kein Panel: %1</translation>
    </message>
    <message>
        <source>New row</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Um&amp;benennen</translation>
    </message>
    <message>
        <source>D&amp;uplicate with its panels</source>
        <translation>Mit ihren Panels &amp;duplizieren</translation>
    </message>
    <message>
        <source>&amp;Copy with its panels</source>
        <translation>Mit ihren Panels &amp;kopieren</translation>
    </message>
    <message>
        <source>Remove the &amp;heading</source>
        <translation>Nur die Überschrift ent&amp;fernen</translation>
    </message>
    <message>
        <source>&amp;Remove with its panels</source>
        <translation>Mit ihren Panels &amp;entfernen</translation>
    </message>
    <message>
        <source>Repeat &amp;for each value of</source>
        <translation>&amp;Wiederholen für jeden Wert von</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>This is a copy, made for a value of a variable. The first one can be changed, and all follow.</source>
        <translation>Dies ist eine Kopie für einen Wert einer Variablen. Das erste Panel lässt sich ändern, und alle folgen.</translation>
    </message>
</context>
<context>
    <name>sightglass::HeadersEdit</name>
    <message>
        <source>Add header</source>
        <translation>Header hinzufügen</translation>
    </message>
    <message>
        <source>Header value</source>
        <translation>Wert des Headers</translation>
    </message>
    <message>
        <source>Header name</source>
        <translation>Name des Headers</translation>
    </message>
    <message>
        <source>Remove this header</source>
        <translation>Diesen Header entfernen</translation>
    </message>
    <message>
        <source>A header needs a name.</source>
        <translation>Ein Header braucht einen Namen.</translation>
    </message>
    <message>
        <source>No header can have this name: %1</source>
        <translation>So kann kein Header heißen: %1</translation>
    </message>
    <message>
        <source>This header is set by the other settings: %1</source>
        <translation>Diesen Header setzen die übrigen Einstellungen: %1</translation>
    </message>
</context>
<context>
    <name>sightglass::HeatmapPanel</name>
    <message>
        <source>Heatmap: %1</source>
        <translation>Heatmap: %1</translation>
    </message>
</context>
<context>
    <name>sightglass::HeatmapPlot</name>
    <message>
        <source>No data in this time range</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>all buckets</source>
        <translation>alle Buckets</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a lower to an upper bound</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No cell has a count above %1</source>
        <translation>Keine Zelle hat eine Anzahl über %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <comment>a number</comment>
        <translation>unter %1</translation>
    </message>
</context>
<context>
    <name>sightglass::HistogramChart</name>
    <message>
        <source>No data in this time range</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a lower to an upper bound</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>sightglass::HistogramPanel</name>
    <message>
        <source>Histogram: %1</source>
        <translation>Histogramm: %1</translation>
    </message>
    <message>
        <source>all observations</source>
        <translation>alle Beobachtungen</translation>
    </message>
</context>
<context>
    <name>sightglass::HistoryView</name>
    <message>
        <source>Words in name, labels, summary or notes</source>
        <translation>Wörter in Name, Labels, Zusammenfassung oder Notizen</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>Verlauf filtern</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigter Zeitraum</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation>Letzte 6 Stunden</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Show this &amp;time</source>
        <translation>Diesen &amp;Zeitraum zeigen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Add a note, and Return</source>
        <translation>Notiz hinzufügen, dann Eingabetaste</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>pending %1</source>
        <translation>anstehend %1</translation>
    </message>
    <message>
        <source>firing %1</source>
        <translation>ausgelöst %1</translation>
    </message>
    <message>
        <source>did not fire</source>
        <translation>nicht ausgelöst</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>dauert an</translation>
    </message>
    <message>
        <source>last seen %1, then the program did not run</source>
        <translation>zuletzt gesehen %1, danach lief das Programm nicht</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>vorbei %1</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>acknowledged %1</source>
        <translation>quittiert %1</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>Letzte 15 Minuten</translation>
    </message>
    <message>
        <source>Ac&amp;knowledge</source>
        <translation>&amp;Quittieren</translation>
    </message>
    <message>
        <source>A note has at most %1 bytes, this one has %2.</source>
        <translation>Eine Notiz hat höchstens %1 Byte, diese hat %2.</translation>
    </message>
    <message>
        <source>has not fired</source>
        <translation>bisher nicht ausgelöst</translation>
    </message>
    <message>
        <source>Not ac&amp;knowledged</source>
        <translation>&amp;Quittierung aufheben</translation>
    </message>
</context>
<context>
    <name>sightglass::ImportReportCommand</name>
    <message>
        <source>Tells how Grafana dashboards would be shown: panels fully honoured, shown with named losses, and not shown.</source>
        <translation>Gibt an, wie Grafana-Dashboards gezeigt würden: welche Panels vollständig, welche mit benannten Verlusten und welche gar nicht.</translation>
    </message>
    <message>
        <source>One JSON document, for programs.</source>
        <translation>Ein JSON-Dokument, für Programme.</translation>
    </message>
    <message>
        <source>Exit code 3 where anything is lost.</source>
        <translation>Exit-Code 3, wenn etwas verloren geht.</translation>
    </message>
    <message>
        <source>Dashboards as JSON, or patterns of them; - reads the standard input.</source>
        <translation>Dashboards als JSON oder Muster dafür; - liest die Standardeingabe.</translation>
    </message>
    <message>
        <source>say which dashboards: sightglass import-report FILE…</source>
        <translation>bitte angeben, welche Dashboards: sightglass import-report DATEI…</translation>
    </message>
    <message>
        <source>%1 panels: %2 fully honoured, %3 shown with losses, %4 not shown</source>
        <translation>%1 Panels: %2 vollständig, %3 mit Verlusten, %4 nicht gezeigt</translation>
    </message>
    <message>
        <source>dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>shows an error: %1</source>
        <translation>zeigt einen Fehler: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n dashboard(s)</source>
        <translation>
            <numerusform>%Ln Dashboard</numerusform>
            <numerusform>%Ln Dashboards</numerusform>
        </translation>
    </message>
    <message>
        <source>of them with queries: </source>
        <translation>davon mit Anfragen: </translation>
    </message>
    <message>
        <source>%1 (as in Grafana)</source>
        <comment>a loss</comment>
        <translation>%1 (wie in Grafana)</translation>
    </message>
    <message>
        <source>no folder: %1</source>
        <translation>kein Ordner: %1</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Writes each dashboard into this folder, as it is exported to Grafana again: what was read and kept of it. Files that are there stay as they are.</source>
        <translation>Schreibt jedes Dashboard in diesen Ordner, wie es wieder nach Grafana exportiert wird: was davon gelesen und behalten wurde. Dateien, die es schon gibt, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>not written, for it is read: %1</source>
        <translation>nicht geschrieben, denn sie wird gelesen: %1</translation>
    </message>
    <message>
        <source>not written, for there is such a file: %1</source>
        <translation>nicht geschrieben, denn diese Datei gibt es schon: %1</translation>
    </message>
</context>
<context>
    <name>sightglass::InstantTableModel</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::InstantValue</name>
    <message>
        <source>no data; last %1, %2 ago</source>
        <translation>keine Daten; zuletzt %1, vor %2</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>a duration</comment>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>sightglass::LabelsPage</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Every sample of this target gets these labels, beside job and instance, which they may replace.</source>
        <translation>Jeder Messwert dieses Ziels erhält diese Labels, neben job und instance, die sie ersetzen dürfen.</translation>
    </message>
    <message>
        <source>This label is there twice: %1</source>
        <translation>Dieses Label gibt es zweimal: %1</translation>
    </message>
    <message>
        <source>Labels that begin with __ never reach samples: %1</source>
        <translation>Labels, die mit __ beginnen, gelangen nie an Messwerte: %1</translation>
    </message>
</context>
<context>
    <name>sightglass::LegendView</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Click to sort</source>
        <translation>Zum Sortieren klicken</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <comment>items of a legend that an export leaves out</comment>
        <translation>
            <numerusform>… und %Ln weiterer</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::LintCommand</name>
    <message>
        <source>Examines an endpoint, or a page of one: what Prometheus would refuse, what is wrong with it, and what could be better.</source>
        <translation>Untersucht einen Endpunkt oder eine Seite davon: was Prometheus ablehnen würde, was daran falsch ist und was besser sein könnte.</translation>
    </message>
    <message>
        <source>How long after the first scrape of a URL the second one begins.</source>
        <translation>Wie lange nach der ersten Abfrage einer URL die zweite beginnt.</translation>
    </message>
    <message>
        <source>DURATION</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>How long a scrape may take.</source>
        <translation>Wie lange eine Abfrage dauern darf.</translation>
    </message>
    <message>
        <source>Of a file: auto, text, openmetrics or protobuf.</source>
        <translation>Bei einer Datei: auto, text, openmetrics oder protobuf.</translation>
    </message>
    <message>
        <source>Advice counts too: exit code 1.</source>
        <translation>Auch Verbesserbares zählt: Exitcode 1.</translation>
    </message>
    <message>
        <source>One JSON object per finding, for programs.</source>
        <translation>Ein JSON-Objekt je Befund, für Programme.</translation>
    </message>
    <message>
        <source>What to examine; - reads the standard input.</source>
        <translation>Was untersucht wird; - liest die Standardeingabe.</translation>
    </message>
    <message>
        <source>neither a file nor a usable address: %1</source>
        <translation>weder eine Datei noch eine brauchbare Adresse: %1</translation>
    </message>
    <message>
        <source>not a duration: %1</source>
        <translation>keine Dauer: %1</translation>
    </message>
    <message>
        <source>unknown format: %1</source>
        <translation>unbekanntes Format: %1</translation>
    </message>
    <message>
        <source>say one URL or file, or - to read from the standard input</source>
        <translation>genau eine URL oder Datei angeben, oder - für die Standardeingabe</translation>
    </message>
    <message>
        <source>A file of findings that are to stay, one per line, with blanks between: RULE METRIC LABEL.</source>
        <translation>Eine Datei mit Befunden, die bleiben sollen, einer je Zeile, durch Leerzeichen getrennt: RULE METRIC LABEL.</translation>
    </message>
    <message>
        <source>%1: there is no rule %2</source>
        <translation>%1: es gibt keine Regel %2</translation>
    </message>
    <message>
        <source>approved, but not found: %1 (* is no wildcard: name each metric)</source>
        <translation>gebilligt, aber nicht gefunden: %1 (* ist kein Platzhalter: jede Metrik einzeln nennen)</translation>
    </message>
    <message>
        <source>approved, but not found: %1</source>
        <translation>gebilligt, aber nicht gefunden: %1</translation>
    </message>
</context>
<context>
    <name>sightglass::LintOutput</name>
    <message>
        <source>%1: %2 samples in %3 metrics, %4 bytes: %5 rejected, %6 wrong, %7 advice, %8 approved</source>
        <translation>%1: %2 Messwerte in %3 Metriken, %4 Byte: %5 abgelehnt, %6 falsch, %7 verbesserbar, %8 gebilligt</translation>
    </message>
    <message>
        <source>%1: %2 more of these [%3]</source>
        <translation>%1: %2 weitere davon [%3]</translation>
    </message>
    <message>
        <source>the scrape took %1 of the %2 that it may take</source>
        <translation>die Abfrage dauerte %1 von höchstens %2</translation>
    </message>
    <message>
        <source>the scrapes took %1 and %2 of the %3 that they may take, jitter %4</source>
        <translation>die Abfragen dauerten %1 und %2 von höchstens %3, Schwankung %4</translation>
    </message>
    <message>
        <source>%1 bytes on the wire (%2), %3 bytes unpacked: %4 %</source>
        <translation>%1 Byte übertragen (%2), %3 Byte entpackt: %4 %</translation>
    </message>
    <message>
        <source>%1 bytes on the wire, Content-Encoding %2</source>
        <translation>%1 Byte übertragen, Content-Encoding %2</translation>
    </message>
    <message>
        <source>%1 bytes on the wire, not compressed although gzip was offered</source>
        <translation>%1 Byte übertragen, nicht komprimiert, obwohl gzip angeboten wurde</translation>
    </message>
    <message>
        <source>%1 bytes, not compressed</source>
        <translation>%1 Byte, nicht komprimiert</translation>
    </message>
    <message>
        <source>format %1, without Content-Type</source>
        <translation>Format %1, ohne Content-Type</translation>
    </message>
    <message>
        <source>format %1, Content-Type %2</source>
        <translation>Format %1, Content-Type %2</translation>
    </message>
    <message>
        <source>%1 has %2 series</source>
        <translation>%1 hat %2 Zeitreihen</translation>
    </message>
    <message>
        <source>; without label %1 (%2 values) %3</source>
        <translation>; ohne Label %1 (%2 Werte) %3</translation>
    </message>
    <message>
        <source>no bytes</source>
        <translation>keine Bytes</translation>
    </message>
    <message>
        <source>without Content-Type</source>
        <translation>ohne Content-Type</translation>
    </message>
    <message>
        <source>Content-Type %1</source>
        <translation>Content-Type %1</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>more than %1 bytes</source>
        <translation>mehr als %1 Byte</translation>
    </message>
    <message>
        <source>%1: the answer is %2, %3, %4</source>
        <translation>%1: die Antwort ist %2, %3, %4</translation>
    </message>
    <message>
        <source>; it is examined as %1, told by its content</source>
        <translation>; sie wird als %1 untersucht, nach ihrem Inhalt bestimmt</translation>
    </message>
    <message>
        <source>; it begins:</source>
        <translation>; sie beginnt:</translation>
    </message>
</context>
<context>
    <name>sightglass::LiveCheck</name>
    <message>
        <source>pending</source>
        <translation>anstehend</translation>
    </message>
    <message>
        <source>was pending</source>
        <translation>war anstehend</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>behoben</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>no scrape was completed</source>
        <translation>keine Abfrage wurde abgeschlossen</translation>
    </message>
    <message>
        <source>%1 never answered: %2</source>
        <translation>%1 hat nie geantwortet: %2</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>%1 was never evaluated</source>
        <translation>%1 wurde nie ausgewertet</translation>
    </message>
    <message>
        <source>there was no target</source>
        <translation>es gab kein Ziel</translation>
    </message>
    <message>
        <source>ALERT</source>
        <translation>ALARM</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>SEVERITY</source>
        <translation>SCHWEREGRAD</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>WERT</translation>
    </message>
    <message>
        <source>LABELS</source>
        <translation>LABELS</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%Ln Ziel</numerusform>
            <numerusform>%Ln Ziele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%Ln Regel</numerusform>
            <numerusform>%Ln Regeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) fired</source>
        <translation>
            <numerusform>%Ln Alarm ausgelöst</numerusform>
            <numerusform>%Ln Alarme ausgelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%Ln anstehend</numerusform>
            <numerusform>%Ln anstehend</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 saw nothing: there is no series of %2</source>
        <translation>%1 sah nichts: es gibt keine Zeitreihe von %2</translation>
    </message>
    <message>
        <source>no alerting rule had anything to look at</source>
        <translation>keine Alarmregel hatte etwas zu betrachten</translation>
    </message>
    <message>
        <source>interrupted after %1 s</source>
        <translation>nach %1 s unterbrochen</translation>
    </message>
    <message>
        <source>%1 is down by now, and missed %2 of %3 scrapes: %4</source>
        <translation>%1 antwortet inzwischen nicht, und %2 von %3 Abfragen fehlen: %4</translation>
    </message>
    <message>
        <source>%1 missed %2 of %3 scrapes</source>
        <translation>%1: %2 von %3 Abfragen fehlen</translation>
    </message>
</context>
<context>
    <name>sightglass::LiveCheckCommand</name>
    <message>
        <source>To check rule files as promtool does: sightglass check rules FILE…</source>
        <translation>Um Regeldateien wie promtool zu prüfen: sightglass check rules DATEI…</translation>
    </message>
    <message>
        <source>A prometheus.yml: its targets and rule files count too, and its evaluation_interval, rule_query_offset and external_labels.</source>
        <translation>Eine prometheus.yml: Auch ihre Ziele und Regeldateien zählen, dazu ihre evaluation_interval, rule_query_offset und external_labels.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>How long to scrape, e.g. 2m (2m).</source>
        <translation>Wie lange abgefragt wird, z. B. 2m (2m).</translation>
    </message>
    <message>
        <source>DURATION</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>How often rules are evaluated whose group does not say it; without it the configuration&apos;s, else an eighth of --for, from 1s to 15s.</source>
        <translation>Wie oft Regeln ausgewertet werden, deren Gruppe nichts dazu sagt; ohne Angabe der Wert der Konfiguration, sonst ein Achtel von --for, von 1s bis 15s.</translation>
    </message>
    <message>
        <source>The severity from which on alerts count: info, warning or critical (info).</source>
        <translation>Der Schweregrad, ab dem Alarme zählen: info, warning oder critical (info).</translation>
    </message>
    <message>
        <source>SEVERITY</source>
        <translation>SCHWEREGRAD</translation>
    </message>
    <message>
        <source>Write a report in JUnit&apos;s XML.</source>
        <translation>Einen Bericht im XML von JUnit schreiben.</translation>
    </message>
    <message>
        <source>More endpoints to scrape.</source>
        <translation>Weitere Endpunkte, die abgefragt werden.</translation>
    </message>
    <message>
        <source>not a duration: %1</source>
        <translation>keine Dauer: %1</translation>
    </message>
    <message>
        <source>not a severity: %1 (there are info, warning and critical)</source>
        <translation>kein Schweregrad: %1 (es gibt info, warning und critical)</translation>
    </message>
    <message>
        <source>no rules: say --rules FILE or --config FILE</source>
        <translation>keine Regeln: bitte --rules DATEI oder --config DATEI angeben</translation>
    </message>
    <message>
        <source>cannot write %1: there is no folder %2</source>
        <translation>%1 lässt sich nicht schreiben: es gibt keinen Ordner %2</translation>
    </message>
    <message>
        <source>Scrapes for a while, evaluates alerting rules meanwhile, and fails on alerts: exit code 0 when it was quiet; 1 when alerts fired, whatever else was wrong; 2 when none fired but that does not tell that it was quiet: a target never answered, was down at the end or missed at least half of its scrapes, a rule failed, a file is broken, it was interrupted. Where no target answered at all it is 2, too.</source>
        <translation>Fragt eine Zeit lang ab, wertet dabei Alarmregeln aus und meldet Alarme: Exitcode 0, wenn es ruhig war; 1, wenn Alarme auslösten, was auch sonst nicht stimmte; 2, wenn keiner auslöste, das aber nicht sagt, dass es ruhig war: ein Ziel antwortete nie, am Ende nicht mehr oder auf mindestens die Hälfte seiner Abfragen nicht, eine Regel scheiterte, eine Datei ist fehlerhaft, es wurde abgebrochen. Wo gar kein Ziel antwortete, ist er auch 2.</translation>
    </message>
</context>
<context>
    <name>sightglass::LossBar</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>List what is not honoured</source>
        <translation>Auflisten, was nicht berücksichtigt wird</translation>
    </message>
    <message>
        <source>Put this line away</source>
        <translation>Diese Leiste schließen</translation>
    </message>
    <message>
        <source>The file is broken; what it said before is still shown. %1</source>
        <translation>Die Datei ist beschädigt; was zuvor darin stand, wird weiter gezeigt. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of this dashboard cannot be shown as they were meant</source>
        <translation>
            <numerusform>%Ln Element dieses Dashboards lässt sich nicht wie gedacht zeigen</numerusform>
            <numerusform>%Ln Elemente dieses Dashboards lassen sich nicht wie gedacht zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n panel(s) concerned</source>
        <translation>
            <numerusform>%Ln Panel betroffen</numerusform>
            <numerusform>%Ln Panels betroffen</numerusform>
        </translation>
    </message>
    <message>
        <source>What is not honoured</source>
        <translation>Was nicht berücksichtigt wird</translation>
    </message>
    <message>
        <source>The dashboard</source>
        <translation>Das Dashboard</translation>
    </message>
    <message>
        <source>A panel without a title</source>
        <translation>Ein Panel ohne Titel</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>sightglass::Main</name>
    <message>
        <source>there is no display; `sightglass snapshot` and `--render-to DIR` need none</source>
        <translation>es ist keine Anzeige vorhanden; `sightglass snapshot` und `--render-to ORDNER` kommen ohne aus</translation>
    </message>
</context>
<context>
    <name>sightglass::MainWindow</name>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n target(s) up</source>
        <translation>
            <numerusform>%1 von %Ln Ziel verfügbar</numerusform>
            <numerusform>%1 von %Ln Zielen verfügbar</numerusform>
        </translation>
    </message>
    <message>
        <source>No alert</source>
        <translation>Kein Alarm</translation>
    </message>
    <message>
        <source>%1 firing, %2 pending</source>
        <translation>%1 ausgelöst, %2 anstehend</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%Ln Zeitreihe</numerusform>
            <numerusform>%Ln Zeitreihen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Messwerte</translation>
    </message>
    <message>
        <source>No target</source>
        <translation>Kein Ziel</translation>
    </message>
    <message numerus="yes">
        <source>%n quiet</source>
        <translation>
            <numerusform>%Ln still</numerusform>
            <numerusform>%Ln still</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::MappingsEdit</name>
    <message>
        <source>Add mapping</source>
        <translation>Zuordnung hinzufügen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>Besonderes</translation>
    </message>
    <message>
        <source>What is mapped</source>
        <translation>Was zugeordnet wird</translation>
    </message>
    <message>
        <source>Special value</source>
        <translation>Besonderer Wert</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>/pattern/</source>
        <translation>/Muster/</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Remove mapping</source>
        <translation>Zuordnung entfernen</translation>
    </message>
    <message>
        <source>is shown as</source>
        <translation>wird gezeigt als</translation>
    </message>
</context>
<context>
    <name>sightglass::MatcherEdit</name>
    <message>
        <source>Field with the name</source>
        <translation>Feld mit dem Namen</translation>
    </message>
    <message>
        <source>Fields with the names</source>
        <translation>Felder mit den Namen</translation>
    </message>
    <message>
        <source>Fields that match</source>
        <translation>Felder, auf die das Muster passt</translation>
    </message>
    <message>
        <source>Fields of the type</source>
        <translation>Felder vom Typ</translation>
    </message>
    <message>
        <source>Fields of the query</source>
        <translation>Felder der Anfrage</translation>
    </message>
    <message>
        <source>Fields by their value</source>
        <translation>Felder nach ihrem Wert</translation>
    </message>
    <message>
        <source>Which fields</source>
        <translation>Welche Felder</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>All but these</source>
        <translation>Alle außer diesen</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>/pattern/</source>
        <translation>/Muster/</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>Berechnung</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Eine andere</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>sightglass::MatcherPopup</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Say which label</source>
        <translation>Bitte ein Label angeben</translation>
    </message>
    <message>
        <source>This is no regular expression</source>
        <translation>Das ist kein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Divide values by |</source>
        <translation>Werte durch | trennen</translation>
    </message>
</context>
<context>
    <name>sightglass::MetricBrowser</name>
    <message>
        <source>Search metrics</source>
        <translation>Metriken suchen</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>A click writes the query that suits the metric; with Ctrl it becomes one more query</source>
        <translation>Ein Klick schreibt die zur Metrik passende Anfrage; mit Strg wird sie zu einer weiteren Anfrage</translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%Ln Metrik</numerusform>
            <numerusform>%Ln Metriken</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>die ersten %1 sind aufgeführt</translation>
    </message>
    <message>
        <source>Add to &amp;dashboard…</source>
        <translation>Zu &amp;Dashboard hinzufügen…</translation>
    </message>
</context>
<context>
    <name>sightglass::NamesEdit</name>
    <message>
        <source>All panels</source>
        <translation>Alle Panels</translation>
    </message>
    <message>
        <source>All, or one, two …</source>
        <translation>Alle, oder eins, zwei …</translation>
    </message>
    <message>
        <source>Choose among what there is</source>
        <translation>Aus dem Vorhandenen wählen</translation>
    </message>
    <message>
        <source>Nothing to choose from yet</source>
        <translation>Noch nichts zur Auswahl</translation>
    </message>
    <message>
        <source>Panel %1</source>
        <translation>Panel %1</translation>
    </message>
</context>
<context>
    <name>sightglass::NotesDialog</name>
    <message>
        <source>&amp;Add note</source>
        <translation>Notiz &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove note</source>
        <translation>Notiz &amp;entfernen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;What happened</source>
        <translation>&amp;Was geschah</translation>
    </message>
</context>
<context>
    <name>sightglass::Notification</name>
    <message>
        <source>Resolved: %1</source>
        <translation>Behoben: %1</translation>
    </message>
    <message>
        <source>Firing: %1</source>
        <translation>Ausgelöst: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation>
            <numerusform>%Ln Alarm ausgelöst</numerusform>
            <numerusform>%Ln Alarme ausgelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) resolved</source>
        <translation>
            <numerusform>%Ln Alarm behoben</numerusform>
            <numerusform>%Ln Alarme behoben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::NotifyDialog</name>
    <message>
        <source>Tell when alerts are &amp;over</source>
        <translation>Auch das Ende von Alarmen &amp;melden</translation>
    </message>
    <message>
        <source>With a &amp;sound</source>
        <translation>Mit &amp;Ton</translation>
    </message>
    <message>
        <source>Being told of alerts</source>
        <translation>Benachrichtigungen über Alarme</translation>
    </message>
    <message>
        <source>&amp;Desktop</source>
        <translation>&amp;Arbeitsumgebung</translation>
    </message>
    <message>
        <source>&amp;Quiet</source>
        <translation>R&amp;uhe</translation>
    </message>
    <message>
        <source>O&amp;thers</source>
        <translation>An&amp;dere</translation>
    </message>
    <message>
        <source>&amp;Group by labels</source>
        <translation>Nach Labels &amp;gruppieren</translation>
    </message>
    <message>
        <source>Alerts that have them in common are one notification; ... keeps each by itself.</source>
        <translation>Alarme, die darin übereinstimmen, sind eine Benachrichtigung; ... lässt jeden für sich.</translation>
    </message>
    <message>
        <source>&amp;Wait for more of a group</source>
        <translation>Auf &amp;weitere einer Gruppe warten</translation>
    </message>
    <message>
        <source>&amp;Look at a group every</source>
        <translation>Gruppe &amp;prüfen alle</translation>
    </message>
    <message>
        <source>&amp;Repeat what still fires every</source>
        <translation>Noch Ausgelöstes w&amp;iederholen alle</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>Au&amp;sprobieren</translation>
    </message>
    <message>
        <source>Quiet &amp;hours, one interval per line: days, times, and a zone if it is not yours</source>
        <translation>Ruhe&amp;zeiten, ein Intervall je Zeile: Tage, Uhrzeiten und eine Zone, wenn es nicht die eigene ist</translation>
    </message>
    <message>
        <source>&amp;Inhibition, one rule per line: what fires mutes what has the same labels</source>
        <translation>U&amp;nterdrückung, eine Regel je Zeile: Was ausgelöst ist, unterdrückt, was dieselben Labels hat</translation>
    </message>
    <message>
        <source>&amp;Alertmanagers</source>
        <translation>A&amp;lertmanager</translation>
    </message>
    <message>
        <source>Web&amp;hooks</source>
        <translation>Web&amp;hooks</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>&amp;Befehl</translation>
    </message>
    <message>
        <source>Started for each notification, without a shell, with Alertmanager&apos;s payload on its standard input.</source>
        <translation>Wird für jede Benachrichtigung gestartet, ohne Shell, mit dem Inhalt im Format von Alertmanager auf der Standardeingabe.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>A duration is a number with a unit, such as 30s, 5m or 4h.</source>
        <translation>Eine Dauer ist eine Zahl mit einer Einheit, etwa 30s, 5m oder 4h.</translation>
    </message>
    <message>
        <source>Quiet hours: %1</source>
        <translation>Ruhezeiten: %1</translation>
    </message>
    <message>
        <source>Inhibition: %1</source>
        <translation>Unterdrückung: %1</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>Nur für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>One address per line. Users, passwords, queries and the paths of webhooks go into the system&apos;s secret store; *** stands for them here.</source>
        <translation>Eine Adresse je Zeile. Benutzer, Passwörter, Abfrageteile und die Pfade von Webhooks kommen in den Geheimnisspeicher des Systems; hier steht *** für sie.</translation>
    </message>
    <message>
        <source>Asking the secret store…</source>
        <translation>Der Geheimnisspeicher wird gefragt…</translation>
    </message>
    <message>
        <source>The secret could not be kept: %1. It can be kept for this session only: then the address is to be typed again next time.</source>
        <translation>Das Geheimnis ließ sich nicht aufbewahren: %1. Es kann nur für diese Sitzung behalten werden: dann ist die Adresse beim nächsten Mal neu einzugeben.</translation>
    </message>
</context>
<context>
    <name>sightglass::ObjectsEdit</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add to: %1</source>
        <translation>Hinzufügen zu: %1</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Anderes…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>sightglass::OptionControl</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a variable and what is chosen</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sightglass::OptionModel</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>„%1“ verwenden</translation>
    </message>
</context>
<context>
    <name>sightglass::OptionPopup</name>
    <message>
        <source>All found</source>
        <translation>Alle gefundenen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Choose all that are found, or none of them</source>
        <translation>Alle gefundenen auswählen oder keinen davon</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%Ln Wert</numerusform>
            <numerusform>%Ln Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 chosen</source>
        <translation>%1, %2 ausgewählt</translation>
    </message>
    <message>
        <source>Search, or type a value</source>
        <translation>Suchen, oder einen Wert eingeben</translation>
    </message>
</context>
<context>
    <name>sightglass::OverridesEdit</name>
    <message>
        <source>Add override</source>
        <translation>Ausnahme hinzufügen</translation>
    </message>
    <message>
        <source>Other options for some of the series or columns</source>
        <translation>Andere Optionen für einige der Zeitreihen oder Spalten</translation>
    </message>
    <message>
        <source>Remove this override</source>
        <translation>Diese Ausnahme entfernen</translation>
    </message>
    <message>
        <source>Add property</source>
        <translation>Eigenschaft hinzufügen</translation>
    </message>
</context>
<context>
    <name>sightglass::PageFamilyModel</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfetext</translation>
    </message>
</context>
<context>
    <name>sightglass::PageSampleModel</name>
    <message>
        <source>Series</source>
        <translation>Zeitreihe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Timestamp</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>Exemplar</source>
        <translation>Exemplar</translation>
    </message>
</context>
<context>
    <name>sightglass::PairsEdit</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected rows</source>
        <translation>Die ausgewählten Zeilen entfernen</translation>
    </message>
</context>
<context>
    <name>sightglass::PanelActions</name>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>&amp;Links</source>
        <translation>&amp;Links</translation>
    </message>
    <message>
        <source>&amp;Explore its queries</source>
        <translation>Anfragen &amp;erkunden</translation>
    </message>
    <message>
        <source>View in &amp;full size</source>
        <translation>In &amp;voller Größe zeigen</translation>
    </message>
    <message>
        <source>Show as &amp;table</source>
        <translation>Als &amp;Tabelle zeigen</translation>
    </message>
    <message>
        <source>&amp;Description and remarks</source>
        <translation>&amp;Beschreibung und Anmerkungen</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;PNG…</source>
        <translation>&amp;PNG…</translation>
    </message>
    <message>
        <source>PNG, &amp;2× as fine…</source>
        <translation>PNG, &amp;2× so fein…</translation>
    </message>
    <message>
        <source>PNG, &amp;3× as fine…</source>
        <translation>PNG, &amp;3× so fein…</translation>
    </message>
    <message>
        <source>&amp;SVG…</source>
        <translation>&amp;SVG…</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation>P&amp;DF…</translation>
    </message>
    <message>
        <source>PDF on &amp;A4…</source>
        <translation>PDF auf &amp;A4…</translation>
    </message>
    <message>
        <source>&amp;CSV…</source>
        <translation>&amp;CSV…</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>&amp;JSON…</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Ed&amp;it…</source>
        <translation>Bea&amp;rbeiten…</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>D&amp;uplizieren</translation>
    </message>
    <message>
        <source>&amp;Copy panel</source>
        <translation>&amp;Panel kopieren</translation>
    </message>
    <message>
        <source>Cu&amp;t panel</source>
        <translation>Panel aus&amp;schneiden</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>&amp;Alert on this…</source>
        <translation>&amp;Alarm dafür…</translation>
    </message>
    <message>
        <source>Cop&amp;y data</source>
        <translation>Daten k&amp;opieren</translation>
    </message>
    <message>
        <source>Copy all &amp;rows, also filtered ones</source>
        <translation>Alle &amp;Zeilen kopieren, auch gefilterte</translation>
    </message>
</context>
<context>
    <name>sightglass::PanelEditor</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Transformations</source>
        <translation>Transformationen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Wiederholen (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Leave the panel as it was (Escape)</source>
        <translation>Das Panel lassen, wie es war (Escape)</translation>
    </message>
    <message>
        <source>Take the panel into the dashboard (Ctrl+Return)</source>
        <translation>Das Panel ins Dashboard übernehmen (Strg+Eingabetaste)</translation>
    </message>
    <message>
        <source>Lose the changes?</source>
        <translation>Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>Lose them</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Search options</source>
        <translation>Optionen durchsuchen</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Edit panel</source>
        <translation>Panel bearbeiten</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
</context>
<context>
    <name>sightglass::PanelFrame</name>
    <message>
        <source>Panel: %1</source>
        <translation>Panel: %1</translation>
    </message>
    <message>
        <source>Waiting for data…</source>
        <translation>Warten auf Daten…</translation>
    </message>
    <message>
        <source>Panels of the type %1 are not drawn here.</source>
        <translation>Panels vom Typ %1 werden hier nicht gezeichnet.</translation>
    </message>
    <message>
        <source>last %1</source>
        <comment>a panel&apos;s own time range</comment>
        <translation>letzte %1</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <comment>a panel&apos;s time</comment>
        <translation>%1 früher</translation>
    </message>
    <message>
        <source>No data in this time range</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
</context>
<context>
    <name>sightglass::PanelGrip</name>
    <message>
        <source>Drag to resize; with the keyboard: Shift and arrows</source>
        <translation>Zum Ändern der Größe ziehen; mit der Tastatur: Umschalt und Pfeiltasten</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Größe ändern</translation>
    </message>
</context>
<context>
    <name>sightglass::PanelMessage</name>
    <message>
        <source>Probably meant:</source>
        <translation>Vermutlich gemeint:</translation>
    </message>
</context>
<context>
    <name>sightglass::PanelPreview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>sightglass::PanelQueryRow</name>
    <message>
        <source>Hide this query and show it again</source>
        <translation>Diese Anfrage ausblenden und wieder zeigen</translation>
    </message>
    <message>
        <source>Legend, e.g. {{job}}</source>
        <translation>Legende, z. B. {{job}}</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Über die Zeit</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Am Ende</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Was angefragt wird</translation>
    </message>
    <message>
        <source>Over the time range, or one value at its end</source>
        <translation>Über den Zeitraum oder ein Wert an seinem Ende</translation>
    </message>
    <message>
        <source>Time series</source>
        <translation>Zeitreihe</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>How the answer becomes rows and columns</source>
        <translation>Wie die Antwort zu Zeilen und Spalten wird</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Smallest step</source>
        <translation>Kleinster Schritt</translation>
    </message>
    <message>
        <source>The smallest step, such as 30s or $__interval; empty: automatic</source>
        <translation>Der kleinste Schritt, etwa 30s oder $__interval; leer: automatisch</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Duplicate this query</source>
        <translation>Diese Anfrage duplizieren</translation>
    </message>
    <message>
        <source>Remove this query</source>
        <translation>Diese Anfrage entfernen</translation>
    </message>
    <message>
        <source>Query %1</source>
        <translation>Anfrage %1</translation>
    </message>
</context>
<context>
    <name>sightglass::PanelRemarks</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <comment>remarks</comment>
        <translation>
            <numerusform>… und %Ln weitere</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is now %2: a quantile is known as far as its bucket only</source>
        <comment>a series, and &quot;between 1 s and 2 s&quot;</comment>
        <translation>%1 ist jetzt %2: Ein Quantil ist nur bis auf seinen Bucket genau bekannt</translation>
    </message>
    <message>
        <source>Of values every %1, while the source has one every %2</source>
        <comment>what a calculation is of; lengths of time</comment>
        <translation>Aus einem Wert alle %1, während die Quelle alle %2 einen hat</translation>
    </message>
    <message>
        <source>Of every stored sample; there are so many that it is worked out anew every %1</source>
        <comment>what a calculation is of; a length of time</comment>
        <translation>Aus jedem gespeicherten Messwert; es sind so viele, dass alle %1 neu gerechnet wird</translation>
    </message>
    <message>
        <source>%1 Probably meant: %2</source>
        <comment>why a query has no answer, and a query that has one</comment>
        <translation>%1 Vermutlich gemeint: %2</translation>
    </message>
</context>
<context>
    <name>sightglass::PanelTitle</name>
    <message>
        <source>Alert firing</source>
        <translation>Alarm ausgelöst</translation>
    </message>
    <message>
        <source>Alert pending</source>
        <translation>Alarm anstehend</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Explore its queries</source>
        <translation>Seine Abfragen erkunden</translation>
    </message>
</context>
<context>
    <name>sightglass::PanelTypes</name>
    <message>
        <source>Time series</source>
        <translation>Zeitreihe</translation>
    </message>
    <message>
        <source>Stat</source>
        <translation>Einzelwert</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Messanzeige</translation>
    </message>
    <message>
        <source>Bar gauge</source>
        <translation>Balkenanzeige</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Pie chart</source>
        <translation>Tortendiagramm</translation>
    </message>
    <message>
        <source>Bar chart</source>
        <translation>Balkendiagramm</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>State timeline</source>
        <translation>Zustandsverlauf</translation>
    </message>
    <message>
        <source>Status history</source>
        <translation>Statushistorie</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Not drawn here</source>
        <translation>Hier nicht gezeichnet</translation>
    </message>
    <message>
        <source>Lines, areas or bars over time</source>
        <translation>Linien, Flächen oder Balken über die Zeit</translation>
    </message>
    <message>
        <source>One big number, with its course behind it</source>
        <translation>Eine große Zahl mit ihrem Verlauf dahinter</translation>
    </message>
    <message>
        <source>A value between its least and its greatest</source>
        <translation>Ein Wert zwischen seinem kleinsten und seinem größten</translation>
    </message>
    <message>
        <source>Several values as bars beside each other</source>
        <translation>Mehrere Werte als Balken nebeneinander</translation>
    </message>
    <message>
        <source>How a histogram&apos;s buckets fill over time</source>
        <translation>Wie sich die Buckets eines Histogramms im Lauf der Zeit füllen</translation>
    </message>
    <message>
        <source>Values and labels as rows</source>
        <translation>Werte und Labels als Zeilen</translation>
    </message>
    <message>
        <source>Shares of a whole</source>
        <translation>Anteile an einem Ganzen</translation>
    </message>
    <message>
        <source>Values of categories as bars</source>
        <translation>Werte von Kategorien als Balken</translation>
    </message>
    <message>
        <source>How often which values occur</source>
        <translation>Wie oft welche Werte vorkommen</translation>
    </message>
    <message>
        <source>When what was in which state</source>
        <translation>Wann was in welchem Zustand war</translation>
    </message>
    <message>
        <source>States at regular times</source>
        <translation>Zustände zu regelmäßigen Zeiten</translation>
    </message>
    <message>
        <source>Notes in Markdown or HTML</source>
        <translation>Notizen in Markdown oder HTML</translation>
    </message>
    <message>
        <source>Alerts that fire or are about to</source>
        <translation>Alarme, die ausgelöst sind oder anstehen</translation>
    </message>
    <message>
        <source>Links to other dashboards</source>
        <translation>Links zu anderen Dashboards</translation>
    </message>
</context>
<context>
    <name>sightglass::ParseCommand</name>
    <message>
        <source>Reads an exposition as Prometheus does, and prints it as JSON lines.</source>
        <translation>Liest eine Exposition, wie Prometheus es tut, und gibt sie als JSON-Zeilen aus.</translation>
    </message>
    <message>
        <source>auto, text, openmetrics or protobuf; auto looks at the content: OpenMetrics ends in # EOF.</source>
        <translation>auto, text, openmetrics oder protobuf; auto sieht sich den Inhalt an: OpenMetrics endet mit # EOF.</translation>
    </message>
    <message>
        <source>The format&apos;s specification decides, not Prometheus.</source>
        <translation>Die Spezifikation des Formats entscheidet, nicht Prometheus.</translation>
    </message>
    <message>
        <source>The file; - reads the standard input.</source>
        <translation>Die Datei; - liest die Standardeingabe.</translation>
    </message>
    <message>
        <source>say one file, or - to read from the standard input</source>
        <translation>genau eine Datei angeben, oder - für die Standardeingabe</translation>
    </message>
    <message>
        <source>unknown format: %1</source>
        <translation>unbekanntes Format: %1</translation>
    </message>
    <message>
        <source>accepted, but not with --native-histograms: %1</source>
        <translation>angenommen, aber nicht mit --native-histograms: %1</translation>
    </message>
    <message>
        <source>read as the text format, because # EOF is not the last line; --format openmetrics reads it as OpenMetrics</source>
        <translation>als Textformat gelesen, weil # EOF nicht die letzte Zeile ist; --format openmetrics liest es als OpenMetrics</translation>
    </message>
</context>
<context>
    <name>sightglass::PathEdit</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Auswählen: %1</translation>
    </message>
</context>
<context>
    <name>sightglass::PayloadPane</name>
    <message>
        <source>Search in the page (Ctrl+F)</source>
        <translation>In der Seite suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Search in the page</source>
        <translation>In der Seite suchen</translation>
    </message>
    <message>
        <source>Upper and lower case count</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>The hit before (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>The next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>The page came as protobuf. It is shown family by family, in a notation like the text formats&apos;.</source>
        <translation>Die Seite kam als Protobuf. Gezeigt wird sie Metrik für Metrik, in einer Schreibweise wie in den Textformaten.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>no Content-Type</source>
        <translation>kein Content-Type</translation>
    </message>
    <message>
        <source>%1. This answer has no body.</source>
        <translation>%1. Diese Antwort hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>%1. Prometheus does not read this answer.</source>
        <translation>%1. Prometheus liest diese Antwort nicht.</translation>
    </message>
    <message>
        <source>Only its beginning is shown.</source>
        <translation>Nur ihr Anfang wird gezeigt.</translation>
    </message>
</context>
<context>
    <name>sightglass::PayloadView</name>
    <message>
        <source>The page as it came</source>
        <translation>Die Seite, wie sie kam</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alles &amp;auswählen</translation>
    </message>
</context>
<context>
    <name>sightglass::PieChart</name>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Nothing to draw</source>
        <translation>Nichts zu zeichnen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>value and percentage</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sightglass::PiePanel</name>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message numerus="yes">
        <source>%n negative</source>
        <translation>
            <numerusform>%Ln negativ</numerusform>
            <numerusform>%Ln negativ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at zero</source>
        <translation>
            <numerusform>%Ln gleich null</numerusform>
            <numerusform>%Ln gleich null</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n infinite</source>
        <translation>
            <numerusform>%Ln unendlich</numerusform>
            <numerusform>%Ln unendlich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a value</source>
        <translation>
            <numerusform>%Ln ohne Wert</numerusform>
            <numerusform>%Ln ohne Wert</numerusform>
        </translation>
    </message>
    <message>
        <source>Not drawn: %1</source>
        <translation>Nicht gezeichnet: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n too small to be seen are one slice: %1</source>
        <translation>
            <numerusform>%Ln zum Erkennen zu kleiner Wert ist ein Segment: %1</numerusform>
            <numerusform>%Ln zum Erkennen zu kleine Werte sind ein Segment: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a value and how old it is</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>sightglass::PlaylistDialog</name>
    <message>
        <source>Playlist</source>
        <translation>Wiedergabeliste</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Each for</source>
        <translation>&amp;Jedes für</translation>
    </message>
    <message>
        <source>&amp;Show in turn, from the top:</source>
        <translation>&amp;Der Reihe nach zeigen, von oben:</translation>
    </message>
</context>
<context>
    <name>sightglass::PlotTexts</name>
    <message>
        <source>counter reset</source>
        <translation>Counter zurückgesetzt</translation>
    </message>
    <message>
        <source>process restarted</source>
        <translation>Prozess neu gestartet</translation>
    </message>
    <message>
        <source>scrape failed</source>
        <translation>Abfrage gescheitert</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>time, what happened, to what</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schrittweite %1</translation>
    </message>
    <message>
        <source>step %1, source %2</source>
        <translation>Schrittweite %1, Quelle %2</translation>
    </message>
    <message>
        <source>all states per %1, source %2</source>
        <comment>step, distance of samples</comment>
        <translation>alle Zustände je %1, Quelle %2</translation>
    </message>
    <message>
        <source>min and max per %1, source %2</source>
        <comment>step, distance of samples</comment>
        <translation>Min und Max je %1, Quelle %2</translation>
    </message>
    <message>
        <source>all states per %1 of every %2, source %3</source>
        <comment>step, finer step, distance of samples</comment>
        <translation>alle Zustände je %1 aus allen %2, Quelle %3</translation>
    </message>
    <message>
        <source>min and max per %1 of every %2, source %3</source>
        <comment>step, finer step, distance of samples</comment>
        <translation>Min und Max je %1 aus allen %2, Quelle %3</translation>
    </message>
    <message>
        <source>every sample</source>
        <translation>jeder Messwert</translation>
    </message>
    <message>
        <source>every sample, source %1</source>
        <translation>jeder Messwert, Quelle %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>distances of samples</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>evaluated every %1</source>
        <translation>ausgewertet alle %1</translation>
    </message>
    <message>
        <source>evaluated every %1 over %2</source>
        <comment>distance in time, length of time</comment>
        <translation>ausgewertet alle %1 über %2</translation>
    </message>
    <message>
        <source>states per %1</source>
        <comment>step</comment>
        <translation>Zustände je %1</translation>
    </message>
    <message>
        <source>min/max per %1</source>
        <comment>step</comment>
        <translation>Min/Max je %1</translation>
    </message>
    <message>
        <source>not scraped</source>
        <translation>nicht abgefragt</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>two times of day</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>sightglass::PromqlEditor</name>
    <message>
        <source>PromQL expression</source>
        <translation>PromQL-Ausdruck</translation>
    </message>
    <message>
        <source>PromQL: a metric, a rate, anything. Ctrl+Space shows what there is.</source>
        <translation>PromQL. Strg+Leertaste zeigt, was es gibt.</translation>
    </message>
</context>
<context>
    <name>sightglass::ProxyPage</name>
    <message>
        <source>Password for the proxy</source>
        <translation>Passwort für den Proxy</translation>
    </message>
    <message>
        <source>As the &amp;environment says (HTTP_PROXY, HTTPS_PROXY, NO_PROXY)</source>
        <translation>Aus der &amp;Umgebung (HTTP_PROXY, HTTPS_PROXY, NO_PROXY)</translation>
    </message>
    <message>
        <source>&amp;Follow redirects; passwords and tokens never go along to another host</source>
        <translation>&amp;Weiterleitungen folgen; Passwörter und Token gehen nie an einen anderen Host mit</translation>
    </message>
    <message>
        <source>Further headers</source>
        <translation>Weitere Header</translation>
    </message>
    <message>
        <source>none: the target is asked directly</source>
        <translation>keiner: Das Ziel wird direkt abgefragt</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>&amp;Address of the proxy</source>
        <translation>Pro&amp;xy-Adresse</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Asked &amp;directly</source>
        <translation>&amp;Direkt abgefragt</translation>
    </message>
    <message>
        <source>The proxy&apos;s name and password have fields of their own.</source>
        <translation>Name und Passwort des Proxys haben eigene Felder.</translation>
    </message>
    <message>
        <source>This is no usable address of a proxy: http://host:port</source>
        <translation>Das ist keine brauchbare Proxy-Adresse: http://Host:Port</translation>
    </message>
</context>
<context>
    <name>sightglass::QueriesEdit</name>
    <message>
        <source>Add query</source>
        <translation>Anfrage hinzufügen</translation>
    </message>
</context>
<context>
    <name>sightglass::QueryCommand</name>
    <message>
        <source>Scrapes the targets for a while and evaluates a PromQL expression. Needs no display.</source>
        <translation>Fragt die Ziele eine Zeit lang ab und wertet einen PromQL-Ausdruck aus. Braucht keinen Bildschirm.</translation>
    </message>
    <message>
        <source>How long to scrape first, e.g. 20s or 2m (10s).</source>
        <translation>Wie lange vorher abgefragt wird, z. B. 20s oder 2m (10s).</translation>
    </message>
    <message>
        <source>DURATION</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>Time of an instant query: now, -30s before the end of scraping, seconds since the epoch or RFC 3339 (now).</source>
        <translation>Zeitpunkt einer Anfrage: now (jetzt), -30s vor dem Ende des Abfragens, Sekunden seit 1970 oder RFC 3339 (now).</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>ZEIT</translation>
    </message>
    <message>
        <source>First time of a range query.</source>
        <translation>Erster Zeitpunkt einer Bereichsanfrage.</translation>
    </message>
    <message>
        <source>Last time of a range query (now).</source>
        <translation>Letzter Zeitpunkt einer Bereichsanfrage (now).</translation>
    </message>
    <message>
        <source>Step of a range query (1s).</source>
        <translation>Schrittweite einer Bereichsanfrage (1s).</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>FORMAT</translation>
    </message>
    <message>
        <source>Feature switches to turn on, with commas between, or all: %1.</source>
        <translation>Einzuschaltende Funktionsschalter, durch Kommas getrennt, oder all (alle): %1.</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>NAMEN</translation>
    </message>
    <message>
        <source>The expression.</source>
        <translation>Der Ausdruck.</translation>
    </message>
    <message>
        <source>More endpoints to scrape.</source>
        <translation>Weitere abzufragende Endpunkte.</translation>
    </message>
    <message>
        <source>not a time: %1</source>
        <translation>kein Zeitpunkt: %1</translation>
    </message>
    <message>
        <source>say either --at or --from, --to and --step</source>
        <translation>bitte entweder --at oder --from, --to und --step angeben</translation>
    </message>
    <message>
        <source>a range query needs --from</source>
        <translation>eine Bereichsanfrage braucht --from</translation>
    </message>
    <message>
        <source>not a duration: %1</source>
        <translation>keine Dauer: %1</translation>
    </message>
    <message>
        <source>say an expression, in quotes</source>
        <translation>bitte einen Ausdruck in Anführungszeichen angeben</translation>
    </message>
    <message>
        <source>not a format: %1</source>
        <translation>kein Format: %1</translation>
    </message>
    <message>
        <source>no feature switch: %1 (there are %2)</source>
        <translation>kein Funktionsschalter: %1 (es gibt %2)</translation>
    </message>
    <message>
        <source>table, csv or json (table). In csv a label called time or value has the column label_time or label_value.</source>
        <translation>table, csv oder json (table). In csv hat ein Label namens time oder value die Spalte label_time oder label_value.</translation>
    </message>
</context>
<context>
    <name>sightglass::QueryJob</name>
    <message>
        <source>Probably meant:</source>
        <translation>Vermutlich gemeint:</translation>
    </message>
</context>
<context>
    <name>sightglass::QueryRow</name>
    <message>
        <source>Switch this query off and on</source>
        <translation>Diese Anfrage aus- und einschalten</translation>
    </message>
    <message>
        <source>Legend, e.g. {{job}}</source>
        <translation>Legende, z. B. {{job}}</translation>
    </message>
    <message>
        <source>Name of each series; {{label}} stands for the label&apos;s value</source>
        <translation>Name jeder Zeitreihe; {{label}} steht für den Wert des Labels</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Queries asked before (Ctrl+Up)</source>
        <translation>Frühere Anfragen (Strg+Pfeil hoch)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Remove this query</source>
        <translation>Diese Anfrage entfernen</translation>
    </message>
    <message>
        <source>Query %1 is shown</source>
        <translation>Anfrage %1 wird gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%Ln Zeitreihe</numerusform>
            <numerusform>%Ln Zeitreihen</numerusform>
        </translation>
    </message>
    <message>
        <source>Lay the query out (Ctrl+Shift+F)</source>
        <translation>Die Anfrage umbrechen (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Umbrechen</translation>
    </message>
</context>
<context>
    <name>sightglass::RampLegend</name>
    <message>
        <source>Colours from %1 to %2</source>
        <translation>Farben von %1 bis %2</translation>
    </message>
</context>
<context>
    <name>sightglass::Readout</name>
    <message>
        <source>%1 old</source>
        <comment>a sample, as seen from the pointer: 12 s old</comment>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>%1 later</source>
        <comment>a sample, as seen from the pointer: 3 s later</comment>
        <translation>%1 später</translation>
    </message>
</context>
<context>
    <name>sightglass::ReadoutTip</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::RelabelPage</name>
    <message>
        <source>Relabelling rules</source>
        <translation>Relabeling-Regeln</translation>
    </message>
    <message>
        <source>Rules, as metric_relabel_configs</source>
        <translation>Regeln, wie in metric_relabel_configs</translation>
    </message>
    <message>
        <source>What the rules do</source>
        <translation>Was die Regeln bewirken</translation>
    </message>
    <message>
        <source>What they do to the series that are there now</source>
        <translation>Was sie an den jetzigen Zeitreihen bewirken</translation>
    </message>
    <message>
        <source>No rule: every series is stored as it comes.</source>
        <translation>Keine Regel: Jede Zeitreihe wird gespeichert, wie sie kommt.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%Ln Regel</numerusform>
            <numerusform>%Ln Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>No series is there yet.</source>
        <translation>Noch gibt es keine Zeitreihe.</translation>
    </message>
    <message>
        <source>Of %1 series %2 stay as they are, %3 change, %4 are dropped.</source>
        <translation>Von %1 Zeitreihen bleiben %2, wie sie sind; geändert: %3, verworfen: %4.</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
</context>
<context>
    <name>sightglass::RowHeading</name>
    <message>
        <source>Row: %1</source>
        <translation>Zeile: %1</translation>
    </message>
    <message>
        <source>Folded; press Space to unfold</source>
        <translation>Eingeklappt; Leertaste klappt aus</translation>
    </message>
    <message>
        <source>Unfolded; press Space to fold</source>
        <translation>Ausgeklappt; Leertaste klappt ein</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message numerus="yes">
        <source>%n panel(s)</source>
        <translation>
            <numerusform>%Ln Panel</numerusform>
            <numerusform>%Ln Panels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::RowList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::RowPager</name>
    <message>
        <source>Rows before</source>
        <translation>Vorherige Zeilen</translation>
    </message>
    <message>
        <source>Rows after</source>
        <translation>Folgende Zeilen</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <comment>rows</comment>
        <translation>%1–%2 von %3</translation>
    </message>
</context>
<context>
    <name>sightglass::RowRename</name>
    <message>
        <source>Title of the row</source>
        <translation>Titel der Zeile</translation>
    </message>
</context>
<context>
    <name>sightglass::RuleCheckOutput</name>
    <message numerus="yes">
        <source>one of %n equal rules</source>
        <translation>
            <numerusform>eine von %Ln gleichen Regeln</numerusform>
            <numerusform>eine von %Ln gleichen Regeln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::RuleDiagnosis</name>
    <message>
        <source>the only value</source>
        <translation>der einzige Wert</translation>
    </message>
    <message>
        <source>Nearest to it is %1: %2, and would have to be %3 %4.</source>
        <translation>Am nächsten kommt %1: Der Wert ist %2 und müsste %3 %4 sein.</translation>
    </message>
    <message numerus="yes">
        <source>It does not fire: the condition holds for none of %n label set(s).</source>
        <translation>
            <numerusform>Nicht ausgelöst: Die Bedingung gilt für %Ln Labelsatz nicht.</numerusform>
            <numerusform>Nicht ausgelöst: Die Bedingung gilt für keinen von %Ln Labelsätzen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It does not fire yet: %n alert(s) are pending for less than %1.</source>
        <translation>
            <numerusform>Noch nicht ausgelöst: %Ln Alarm steht seit weniger als %1 an.</numerusform>
            <numerusform>Noch nicht ausgelöst: %Ln Alarme stehen seit weniger als %1 an.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fires in %2, if the condition holds until then.</source>
        <translation>%1 wird in %2 ausgelöst, wenn die Bedingung bis dahin gilt.</translation>
    </message>
    <message numerus="yes">
        <source>It fires: %n alert(s).</source>
        <translation>
            <numerusform>Ausgelöst: %Ln Alarm.</numerusform>
            <numerusform>Ausgelöst: %Ln Alarme.</numerusform>
        </translation>
    </message>
    <message>
        <source>It does not fire: its expression gives nothing, and there is nothing to compare.</source>
        <translation>Nicht ausgelöst: Der Ausdruck ergibt nichts, und es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Its evaluation fails: %1 Alerts stay as they were.</source>
        <translation>Die Auswertung scheitert: %1 Alarme bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>It has not been evaluated yet.</source>
        <translation>Noch nicht ausgewertet.</translation>
    </message>
    <message numerus="yes">
        <source>%n label set(s) had no value at some of the last evaluations, such as %1. A single evaluation without it makes “for” begin anew.</source>
        <translation>
            <numerusform>%Ln Labelsatz hatte bei einigen der letzten Auswertungen keinen Wert: %1. Schon eine einzige Auswertung ohne ihn lässt „for“ von vorn beginnen.</numerusform>
            <numerusform>%Ln Labelsätze hatten bei einigen der letzten Auswertungen keinen Wert, etwa %1. Schon eine einzige Auswertung ohne ihn lässt „for“ von vorn beginnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The condition of %n label set(s) held and did not hold by turns, such as %1. “for” begins anew each time; an average over a while would be steadier.</source>
        <translation>
            <numerusform>Die Bedingung von %Ln Labelsatz galt abwechselnd und galt nicht: %1. „for“ beginnt jedes Mal von vorn; ein Mittel über eine Weile wäre ruhiger.</numerusform>
            <numerusform>Die Bedingung von %Ln Labelsätzen galt abwechselnd und galt nicht, etwa %1. „for“ beginnt jedes Mal von vorn; ein Mittel über eine Weile wäre ruhiger.</numerusform>
        </translation>
    </message>
    <message>
        <source>The label %1 has another value at each evaluation (%2). Each value is an alert of its own, so none is pending for long enough: aggregate it away, as in sum without (%1).</source>
        <translation>Das Label %1 hat bei jeder Auswertung einen anderen Wert (%2). Jeder Wert ist ein eigener Alarm, daher steht keiner lange genug an: Es sollte wegaggregiert werden, wie in sum without (%1).</translation>
    </message>
    <message>
        <source>The rule&apos;s label %1 is %2: with each new value it is another alert, and “for” begins anew. The value belongs into an annotation.</source>
        <translation>Das Label %1 der Regel ist %2: Mit jedem neuen Wert ist es ein anderer Alarm, und „for“ beginnt von vorn. Der Wert gehört in eine Annotation.</translation>
    </message>
    <message>
        <source>Its evaluation takes more than a tenth of the interval.</source>
        <translation>Die Auswertung dauert länger als ein Zehntel des Intervalls.</translation>
    </message>
    <message>
        <source>It would not have fired, nor been pending.</source>
        <translation>Wäre weder ausgelöst worden noch angestanden.</translation>
    </message>
    <message>
        <source>It would not have fired.</source>
        <translation>Wäre nicht ausgelöst worden.</translation>
    </message>
    <message numerus="yes">
        <source>It would have fired %n time(s), for %1 in all.</source>
        <translation>
            <numerusform>Wäre %Ln Mal ausgelöst worden, insgesamt %1 lang.</numerusform>
            <numerusform>Wäre %Ln Mal ausgelöst worden, insgesamt %1 lang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pending without firing: %n time(s).</source>
        <translation>
            <numerusform>Angestanden, ohne auszulösen: %Ln Mal.</numerusform>
            <numerusform>Angestanden, ohne auszulösen: %Ln Mal.</numerusform>
        </translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>appeared: %1</source>
        <translation>aufgetaucht: %1</translation>
    </message>
    <message>
        <source>vanished: %1 before</source>
        <translation>verschwunden: vorher %1</translation>
    </message>
    <message numerus="yes">
        <source>It fires: %n alert(s); the first %1 are shown.</source>
        <translation>
            <numerusform>Ausgelöst: %Ln Alarm; die ersten %1 werden gezeigt.</numerusform>
            <numerusform>Ausgelöst: %Ln Alarme; die ersten %1 werden gezeigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::RuleDialog</name>
    <message>
        <source>Alert on this</source>
        <translation>Alarm dafür</translation>
    </message>
    <message>
        <source>The rule as it will be written</source>
        <translation>Die Regel, wie sie geschrieben wird</translation>
    </message>
    <message>
        <source>Asking for what it would have done…</source>
        <translation>Wird ermittelt: was sie bewirkt hätte…</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>E&amp;xpression</source>
        <translation>Aus&amp;druck</translation>
    </message>
    <message>
        <source>&amp;Fires where it is</source>
        <translation>&amp;Löst aus bei</translation>
    </message>
    <message>
        <source>How long the condition must hold, such as 5m; 0s fires at once</source>
        <translation>Wie lange die Bedingung gelten muss, etwa 5m; 0s löst sofort aus</translation>
    </message>
    <message>
        <source>How much longer it fires than the condition holds (keep_firing_for)</source>
        <translation>Wie viel länger der Alarm ausgelöst bleibt, als die Bedingung gilt (keep_firing_for)</translation>
    </message>
    <message>
        <source>F&amp;or / keep firing for</source>
        <translation>Da&amp;uer / danach weiter ausgelöst</translation>
    </message>
    <message>
        <source>&amp;Name / severity</source>
        <translation>&amp;Name / Schweregrad</translation>
    </message>
    <message>
        <source>S&amp;ummary</source>
        <translation>&amp;Zusammenfassung</translation>
    </message>
    <message>
        <source>File / &amp;group</source>
        <translation>Datei / &amp;Gruppe</translation>
    </message>
    <message>
        <source>&amp;Write the rule</source>
        <translation>Regel &amp;schreiben</translation>
    </message>
    <message>
        <source>The threshold is no number.</source>
        <translation>Die Schwelle ist keine Zahl.</translation>
    </message>
    <message>
        <source>A duration is a number with a unit, such as 90s, 5m or 1h30m.</source>
        <translation>Eine Dauer ist eine Zahl mit einer Einheit, etwa 90s, 5m oder 1h30m.</translation>
    </message>
    <message>
        <source>The group needs a name.</source>
        <translation>Die Gruppe braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>Ein Name hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A summary has at most %1 characters.</source>
        <translation>Eine Zusammenfassung hat höchstens %1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>sightglass::RuleFilesView</name>
    <message>
        <source>comes along</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>named by a prometheus.yml</source>
        <translation>in einer prometheus.yml genannt</translation>
    </message>
    <message>
        <source>comes along, for a dashboard that is open</source>
        <translation>mitgeliefert, für ein offenes Dashboard</translation>
    </message>
    <message>
        <source>Show its &amp;text</source>
        <translation>Ihren Te&amp;xt zeigen</translation>
    </message>
    <message>
        <source>&amp;Open a rule file…</source>
        <translation>Regeldatei &amp;öffnen…</translation>
    </message>
    <message>
        <source>Rule files</source>
        <translation>Regeldateien</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>Abschalten</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>sightglass::RuleSetModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Label set</source>
        <translation>Labelsatz</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>“for”</source>
        <translation>„for“</translation>
    </message>
    <message>
        <source>Last evaluations</source>
        <translation>Letzte Auswertungen</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>nicht erfüllt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>held %1, did not hold %2, no value %3</source>
        <translation>galt %1, galt nicht %2, kein Wert %3</translation>
    </message>
</context>
<context>
    <name>sightglass::RuleTestCommand</name>
    <message>
        <source>there are no test files to run</source>
        <translation>es gibt keine auszuführenden Testdateien</translation>
    </message>
    <message>
        <source>no regular expression: %1</source>
        <translation>kein regulärer Ausdruck: %1</translation>
    </message>
</context>
<context>
    <name>sightglass::RulesView</name>
    <message>
        <source>Words in name, expression or group</source>
        <translation>Wörter in Name, Ausdruck oder Gruppe</translation>
    </message>
    <message>
        <source>Filter rules</source>
        <translation>Regeln filtern</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>scheitert</translation>
    </message>
    <message>
        <source>records</source>
        <translation>zeichnet auf</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>ruhig</translation>
    </message>
</context>
<context>
    <name>sightglass::SamplesModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Zeitreihe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>sightglass::SamplesPage</name>
    <message>
        <source>Prometheus, protobuf</source>
        <translation>Prometheus, Protobuf</translation>
    </message>
    <message>
        <source>Prometheus, text 0.0.4</source>
        <translation>Prometheus, Text 0.0.4</translation>
    </message>
    <message>
        <source>Prometheus, text 1.0.0</source>
        <translation>Prometheus, Text 1.0.0</translation>
    </message>
    <message>
        <source>OpenMetrics 0.0.1</source>
        <translation>OpenMetrics 0.0.1</translation>
    </message>
    <message>
        <source>OpenMetrics 1.0.0</source>
        <translation>OpenMetrics 1.0.0</translation>
    </message>
    <message>
        <source>Ask for &amp;compressed pages</source>
        <translation>&amp;Komprimierte Seiten anfordern</translation>
    </message>
    <message>
        <source>none</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Labels and times</source>
        <translation>Labels und Zeiten</translation>
    </message>
    <message>
        <source>The page&apos;s labels &amp;win over the target&apos;s</source>
        <translation>&amp;Labels der Seite gehen denen des Ziels vor</translation>
    </message>
    <message>
        <source>Use the page&apos;s &amp;timestamps</source>
        <translation>&amp;Zeitstempel der Seite verwenden</translation>
    </message>
    <message>
        <source>Series with timestamps &amp;end when they are gone</source>
        <translation>Fehlende Zeitreihen mit Zeitstempel be&amp;enden</translation>
    </message>
    <message>
        <source>Metrics of the scrape&apos;s &amp;limits too</source>
        <translation>Auch Metriken der Abfrage&amp;grenzen</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>Histogramme</translation>
    </message>
    <message>
        <source>Take &amp;native histograms</source>
        <translation>Native &amp;Histogramme übernehmen</translation>
    </message>
    <message>
        <source>&amp;Keep classic histograms beside native ones</source>
        <translation>Klassische Histogramme neben nativen &amp;behalten</translation>
    </message>
    <message>
        <source>Make classic histograms native, with c&amp;ustom buckets</source>
        <translation>Klassische Histogramme nativ machen, mit eigenen B&amp;uckets</translation>
    </message>
    <message>
        <source>A scrape fails beyond</source>
        <translation>Eine Abfrage scheitert oberhalb von</translation>
    </message>
    <message>
        <source>With a unit: 10MB, 512KB; 0: none</source>
        <translation>Mit Einheit: 10MB, 512KB; 0: unbegrenzt</translation>
    </message>
    <message>
        <source>Size of the &amp;page</source>
        <translation>Größe der &amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>&amp;Messwerte</translation>
    </message>
    <message>
        <source>Labels of a series</source>
        <translation>Labels einer Zeitreihe</translation>
    </message>
    <message>
        <source>Length of a label&apos;s name</source>
        <translation>Länge eines Labelnamens</translation>
    </message>
    <message>
        <source>Length of a label&apos;s value</source>
        <translation>Länge eines Labelwerts</translation>
    </message>
    <message>
        <source>Buckets of a native histogram</source>
        <translation>Buckets eines nativen Histogramms</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Ask first for</source>
        <translation>Be&amp;vorzugt</translation>
    </message>
    <message>
        <source>&amp;Without content type</source>
        <translation>&amp;Ohne Content-Type</translation>
    </message>
    <message>
        <source>what fits</source>
        <translation>was passt</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>scheitert</translation>
    </message>
    <message>
        <source>as configured</source>
        <translation>wie konfiguriert</translation>
    </message>
    <message>
        <source>The size of a page needs a unit: 10MB, 512KB, or 0 for none.</source>
        <translation>Die Größe einer Seite braucht eine Einheit: 10MB, 512KB oder 0 für unbegrenzt.</translation>
    </message>
</context>
<context>
    <name>sightglass::ScrapeOptions</name>
    <message>
        <source>How often to scrape, 100ms to 1h (1s).</source>
        <translation>Wie oft abgefragt wird, 100ms bis 1h (1s).</translation>
    </message>
    <message>
        <source>DURATION</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>not a usable address: %1</source>
        <translation>keine brauchbare Adresse: %1</translation>
    </message>
    <message>
        <source>no target: say --target URL</source>
        <translation>kein Ziel: bitte --target URL angeben</translation>
    </message>
    <message>
        <source>not an interval from 100ms to 1h: %1</source>
        <translation>kein Intervall von 100ms bis 1h: %1</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>An endpoint to scrape; may be repeated: host:port, an http or https address, a file, unix:/socket:/path or exec:command. The path of a file that exists is that file, also where it looks like a host; http:// makes it a host.</source>
        <translation>Ein abzufragender Endpunkt; darf sich wiederholen: Host:Port, eine http- oder https-Adresse, eine Datei, unix:/Socket:/Pfad oder exec:Befehl. Der Pfad einer Datei, die es gibt, ist diese Datei, auch wenn er wie ein Host aussieht; mit http:// ist es ein Host.</translation>
    </message>
    <message>
        <source>A rule file, or a pattern of them (&apos;rules/*.yml&apos;), whose rules are evaluated; may be repeated. Where files are followed, a pattern is too. bundled:NAME is one that comes along: %1.</source>
        <translation>Eine Regeldatei oder ein Muster für mehrere (&apos;rules/*.yml&apos;), deren Regeln ausgewertet werden; darf sich wiederholen. Wo Dateien verfolgt werden, wird es auch ein Muster. bundled:NAME ist eine mitgelieferte: %1.</translation>
    </message>
</context>
<context>
    <name>sightglass::ScrapeRun</name>
    <message>
        <source>no scrape was completed</source>
        <translation>keine Abfrage wurde abgeschlossen</translation>
    </message>
    <message numerus="yes">
        <source>%n samples of the last scrape were dropped, as Prometheus does: their timestamps are out of bounds, more than 10 minutes ahead or an hour old</source>
        <translation>
            <numerusform>%Ln Messwert der letzten Abfrage wurde wie bei Prometheus verworfen: sein Zeitstempel liegt außerhalb der Grenzen, über 10 Minuten voraus oder eine Stunde zurück</numerusform>
            <numerusform>%Ln Messwerte der letzten Abfrage wurden wie bei Prometheus verworfen: ihre Zeitstempel liegen außerhalb der Grenzen, über 10 Minuten voraus oder eine Stunde zurück</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::SecretEdit</name>
    <message>
        <source>File with: %1</source>
        <translation>Datei mit: %1</translation>
    </message>
    <message>
        <source>in the secret store</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>for this session only</source>
        <translation>nur für diese Sitzung</translation>
    </message>
    <message>
        <source>in a file</source>
        <translation>in einer Datei</translation>
    </message>
    <message>
        <source>Where it is kept: %1</source>
        <translation>Aufbewahrung: %1</translation>
    </message>
    <message>
        <source>absolute path; read anew for each scrape</source>
        <translation>absoluter Pfad; für jede Abfrage neu gelesen</translation>
    </message>
    <message>
        <source>The file with a secret needs an absolute path.</source>
        <translation>Die Datei mit einem Geheimnis braucht einen absoluten Pfad.</translation>
    </message>
    <message>
        <source>kept in the secret store; type to replace it</source>
        <translation>liegt im Schlüsselbund; eine Eingabe ersetzt es</translation>
    </message>
    <message>
        <source>kept for this session; type to replace it</source>
        <translation>gilt für diese Sitzung; eine Eingabe ersetzt es</translation>
    </message>
    <message>
        <source>forgotten when the window closes</source>
        <translation>wird beim Schließen des Fensters vergessen</translation>
    </message>
    <message>
        <source>To keep the secret for this session only, type it again.</source>
        <translation>Damit das Geheimnis nur für diese Sitzung gilt, muss es neu eingegeben werden.</translation>
    </message>
    <message>
        <source>To keep the secret in the secret store, type it again.</source>
        <translation>Damit das Geheimnis in den Schlüsselbund kommt, muss es neu eingegeben werden.</translation>
    </message>
    <message>
        <source>was for an earlier session; type it again</source>
        <translation>galt für eine frühere Sitzung; bitte neu eingeben</translation>
    </message>
    <message>
        <source>goes into the secret store; type to replace it</source>
        <translation>kommt in den Schlüsselbund; eine Eingabe ersetzt es</translation>
    </message>
</context>
<context>
    <name>sightglass::SenderKeeping</name>
    <message>
        <source>%1: the whole address is to be typed again</source>
        <translation>%1: die ganze Adresse ist neu einzugeben</translation>
    </message>
    <message>
        <source>%1: not a web address</source>
        <translation>%1: keine Webadresse</translation>
    </message>
    <message>
        <source>Alertmanagers, line %1</source>
        <translation>Alertmanager, Zeile %1</translation>
    </message>
    <message>
        <source>Webhooks, line %1</source>
        <translation>Webhooks, Zeile %1</translation>
    </message>
</context>
<context>
    <name>sightglass::SeriesReadout</name>
    <message>
        <source>between %1 and %2</source>
        <comment>the bounds of a value</comment>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%n series without a sample here</source>
        <translation>
            <numerusform>%Ln Zeitreihe ohne Messwert an dieser Stelle</numerusform>
            <numerusform>%Ln Zeitreihen ohne Messwert an dieser Stelle</numerusform>
        </translation>
    </message>
    <message>
        <source>No sample for %1</source>
        <comment>a gap</comment>
        <translation>%1 lang kein Messwert</translation>
    </message>
    <message>
        <source>No sample since %1 (%2)</source>
        <comment>a time, and how long that is</comment>
        <translation>Kein Messwert seit %1 (%2)</translation>
    </message>
    <message>
        <source>No sample before %1</source>
        <translation>Kein Messwert vor %1</translation>
    </message>
    <message>
        <source>evaluated</source>
        <comment>a value, not a sample</comment>
        <translation>ausgewertet</translation>
    </message>
    <message>
        <source>sample</source>
        <comment>a value, not evaluated</comment>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>sample of %1</source>
        <comment>the time of a sample that is shown later, by its offset</comment>
        <translation>Messwert von %1</translation>
    </message>
</context>
<context>
    <name>sightglass::ServeCommand</name>
    <message>
        <source>Address and port to listen on, port 0 for any (127.0.0.1:9099).</source>
        <translation>Adresse und Port zum Lauschen, Port 0 für einen beliebigen (127.0.0.1:9099).</translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation>ADRESSE</translation>
    </message>
    <message>
        <source>Ask clients for the token in this file, as Authorization: Bearer …</source>
        <translation>Von Clients das Token in dieser Datei verlangen, als Authorization: Bearer …</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Listen on an address that other machines can reach.</source>
        <translation>An einer Adresse lauschen, die andere Rechner erreichen.</translation>
    </message>
    <message>
        <source>Feature switches to turn on, with commas between, or all: %1.</source>
        <translation>Einzuschaltende Funktionsschalter, durch Kommas getrennt, oder all (alle): %1.</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>NAMEN</translation>
    </message>
    <message>
        <source>More endpoints to scrape.</source>
        <translation>Weitere abzufragende Endpunkte.</translation>
    </message>
    <message>
        <source>other machines can reach %1: say --allow-remote if they shall</source>
        <translation>andere Rechner erreichen %1: bitte --allow-remote angeben, wenn sie es sollen</translation>
    </message>
    <message>
        <source>no feature switch: %1 (there are %2)</source>
        <translation>kein Funktionsschalter: %1 (es gibt %2)</translation>
    </message>
    <message>
        <source>listening on http://%1</source>
        <translation>lauscht auf http://%1</translation>
    </message>
    <message>
        <source>cannot listen on %1: %2</source>
        <translation>auf %1 lässt sich nicht lauschen: %2</translation>
    </message>
    <message>
        <source>anybody who can reach this address may ask: consider --token-file</source>
        <translation>jeder, der diese Adresse erreicht, darf fragen: --token-file erwägen</translation>
    </message>
    <message>
        <source>not an address to listen on: %1 (write 127.0.0.1:9099 or [::1]:9099)</source>
        <translation>keine Adresse zum Lauschen: %1 (möglich sind 127.0.0.1:9099 oder [::1]:9099)</translation>
    </message>
    <message>
        <source>A prometheus.yml: its targets are scraped, and it is followed as it changes.</source>
        <translation>Eine prometheus.yml: Ihre Ziele werden abgefragt, und Änderungen an ihr werden übernommen.</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>BEFEHL</translation>
    </message>
    <message>
        <source>not a web address: %1</source>
        <translation>keine Webadresse: %1</translation>
    </message>
    <message>
        <source>not a command: %1</source>
        <translation>kein Befehl: %1</translation>
    </message>
    <message>
        <source>Tell this Alertmanager of all alerts; its silences count; may be repeated. @FILE: the URL is the file&apos;s first line, where other users of the machine do not see it.</source>
        <translation>Diesem Alertmanager alle Alarme melden; seine Stummschaltungen zählen; mehrfach möglich. @DATEI: Die URL ist die erste Zeile der Datei, wo andere Benutzer des Rechners sie nicht sehen.</translation>
    </message>
    <message>
        <source>Post notifications here, with Alertmanager&apos;s payload; may be repeated. @FILE as with --alertmanager: many webhooks are secrets.</source>
        <translation>Benachrichtigungen per POST hierhin senden, mit dem Inhalt im Format von Alertmanager; mehrfach möglich. @DATEI wie bei --alertmanager: Viele Webhooks sind Geheimnisse.</translation>
    </message>
    <message>
        <source>no address can be read from %1</source>
        <translation>aus %1 lässt sich keine Adresse lesen</translation>
    </message>
    <message>
        <source>Keep in this file since when alerts are active, and beside it in FILE.samples what rules look at, so that a restart goes on with them; none for no file. Without it: one in the user&apos;s data folder, by the address.</source>
        <translation>In dieser Datei aufheben, seit wann Alarme bestehen, und daneben in DATEI.samples, was die Regeln betrachten, damit ein Neustart sie fortsetzt; none für keine Datei. Ohne Angabe: eine im Datenordner des Benutzers, nach der Adresse.</translation>
    </message>
    <message>
        <source>After a restart, rules with a shorter &quot;for&quot; begin anew, and nothing that was still pending fires sooner (10m).</source>
        <translation>Nach einem Neustart beginnen Regeln mit kürzerem „for“ von vorn, und was noch anstand, löst nicht früher aus (10m).</translation>
    </message>
    <message>
        <source>DURATION</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>After a longer outage alerts begin anew (1h).</source>
        <translation>Nach einem längeren Ausfall beginnen Alarme von vorn (1h).</translation>
    </message>
    <message>
        <source>The address under which others reach this server: for templates of alerts and links to them. Without it: that of --listen.</source>
        <translation>Die Adresse, unter der andere diesen Server erreichen: für Vorlagen von Alarmen und Verweise auf sie. Ohne Angabe: die von --listen.</translation>
    </message>
    <message>
        <source>not a duration: %1</source>
        <translation>keine Dauer: %1</translation>
    </message>
    <message>
        <source>Scrapes the targets and answers the Prometheus HTTP API, for Grafana, promtool and scripts. Needs no display. SIGHUP reads rules and configurations again, which happens by itself, too, when they change.</source>
        <translation>Fragt die Ziele ab und beantwortet die HTTP-API von Prometheus, für Grafana, promtool und Skripte. Braucht keine Anzeige. SIGHUP liest Regeln und Konfigurationen neu; das geschieht auch von selbst, wenn sie sich ändern.</translation>
    </message>
    <message>
        <source>Evaluate the rules of --rules and --config alone. Else the bundled rules of a system that is recognised by its metrics are evaluated too, as in the window; but not where others are told, by --alertmanager, --webhook or --alert-command: they hear of no rule that nobody asked for. --rules bundled:NAME asks for them.</source>
        <translation>Nur die Regeln von --rules und --config auswerten. Sonst werden wie im Fenster auch die mitgelieferten Regeln eines Systems ausgewertet, das an seinen Metriken erkannt wird; aber nicht, wo andere benachrichtigt werden, mit --alertmanager, --webhook oder --alert-command: sie hören von keiner Regel, um die niemand bat. --rules bundled:NAME bittet darum.</translation>
    </message>
    <message>
        <source>Run this for each notification, with the same payload on its standard input. No shell reads it: for one, write sh -c &apos;…&apos;.</source>
        <translation>Dies bei jeder Benachrichtigung ausführen, mit demselben Inhalt auf der Standardeingabe. Keine Shell liest es: für eine sh -c &apos;…&apos; schreiben.</translation>
    </message>
    <message>
        <source>SIGHUP: rules and configurations are read again</source>
        <translation>SIGHUP: Regeln und Konfigurationen werden neu gelesen</translation>
    </message>
</context>
<context>
    <name>sightglass::SettingsDialog</name>
    <message>
        <source>Experimental functions and limitk, limit_ratio</source>
        <translation>Experimentelle Funktionen sowie limitk, limit_ratio</translation>
    </message>
    <message>
        <source>The range modifiers anchored and smoothed</source>
        <translation>Die Bereichsmodifikatoren anchored und smoothed</translation>
    </message>
    <message>
        <source>fill(), fill_left() and fill_right() between two vectors</source>
        <translation>fill(), fill_left() und fill_right() zwischen zwei Vektoren</translation>
    </message>
    <message>
        <source>Metric names are removed at the end of a query only</source>
        <translation>Metriknamen werden erst am Ende einer Anfrage entfernt</translation>
    </message>
    <message>
        <source>rate and its like use start timestamps</source>
        <translation>rate und Verwandte verwenden Startzeitstempel</translation>
    </message>
    <message>
        <source>&amp;Answer the Prometheus HTTP API</source>
        <translation>HTTP-API von Prometheus &amp;beantworten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Queries</source>
        <translation>An&amp;fragen</translation>
    </message>
    <message>
        <source>&amp;HTTP API</source>
        <translation>&amp;HTTP-API</translation>
    </message>
    <message>
        <source>Limits of one query</source>
        <translation>Grenzen einer Anfrage</translation>
    </message>
    <message>
        <source>St&amp;eps of a range</source>
        <translation>&amp;Schritte eines Bereichs</translation>
    </message>
    <message>
        <source>&amp;Look back for a value at most</source>
        <translation>Nach einem Wert höchstens zurück&amp;blicken</translation>
    </message>
    <message>
        <source>Feature switches, as Prometheus names them</source>
        <translation>Funktionsschalter, wie Prometheus sie nennt</translation>
    </message>
    <message>
        <source>none: no token is asked for</source>
        <translation>keine: es wird kein Token verlangt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Grafana, promtool and scripts can then query this window&apos;s history, read-only, as if it were a Prometheus server.</source>
        <translation>Grafana, promtool und Skripte können dann den Verlauf dieses Fensters nur lesend abfragen, als wäre es ein Prometheus-Server.</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>&amp;File with the bearer token</source>
        <translation>&amp;Datei mit dem Bearer-Token</translation>
    </message>
    <message>
        <source>File with the bearer token</source>
        <translation>Datei mit dem Bearer-Token</translation>
    </message>
    <message>
        <source>Other &amp;machines may ask too</source>
        <translation>Auch &amp;andere Rechner dürfen fragen</translation>
    </message>
    <message>
        <source>&amp;Stop after</source>
        <translation>&amp;Abbrechen nach</translation>
    </message>
    <message>
        <source>A query that takes longer is called off.</source>
        <translation>Eine Anfrage, die länger dauert, wird abgebrochen.</translation>
    </message>
    <message>
        <source>Samples in &amp;memory</source>
        <translation>&amp;Messwerte im Speicher</translation>
    </message>
    <message>
        <source>A query that holds more samples at one time is called off.</source>
        <translation>Eine Anfrage, die mehr Messwerte zugleich hält, wird abgebrochen.</translation>
    </message>
    <message>
        <source>A range of more steps is refused.</source>
        <translation>Ein Bereich mit mehr Schritten wird abgelehnt.</translation>
    </message>
    <message>
        <source>A series without a sample for longer has no value.</source>
        <translation>Eine Zeitreihe, die länger keinen Messwert hat, hat keinen Wert.</translation>
    </message>
    <message>
        <source>&amp;Glide between scrapes</source>
        <translation>Zwischen Abfragen &amp;gleiten</translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>Local time (%1)</source>
        <translation>Ortszeit (%1)</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Live charts move on evenly with the clock instead of once for each scrape. Where the desktop asks for less motion they never do.</source>
        <translation>Live-Diagramme laufen gleichmäßig mit der Uhr weiter statt ruckweise mit jeder Abfrage. Wo die Arbeitsumgebung weniger Bewegung verlangt, tun sie es nie.</translation>
    </message>
    <message>
        <source>&amp;Tell times in</source>
        <translation>&amp;Uhrzeiten angeben in</translation>
    </message>
</context>
<context>
    <name>sightglass::SettingsList</name>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>sightglass::SilenceDialog</name>
    <message>
        <source>Silence alerts</source>
        <translation>Alarme stummschalten</translation>
    </message>
    <message>
        <source>Change a silence</source>
        <translation>Stummschaltung ändern</translation>
    </message>
    <message>
        <source>Why they may be quiet</source>
        <translation>Warum sie still sein dürfen</translation>
    </message>
    <message>
        <source>Alerts that it would hit</source>
        <translation>Alarme, die es träfe</translation>
    </message>
    <message>
        <source>&amp;Alerts that match</source>
        <translation>&amp;Passende Alarme</translation>
    </message>
    <message>
        <source>&amp;For, or until</source>
        <translation>&amp;Für oder bis</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Kommentar</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;Silence</source>
        <translation>&amp;Stummschalten</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>Ä&amp;ndern</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>A duration such as 2h or 1d12h, or a time such as 2026-11-21 10:00</source>
        <translation>Eine Dauer wie 2h oder 1d12h oder ein Zeitpunkt wie 2026-11-21 10:00</translation>
    </message>
    <message>
        <source>Hits %1 of %2 alerts that there are now</source>
        <translation>Trifft %1 von derzeit %2 Alarmen</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>A comment has at most %1 characters, this one has %2.</source>
        <translation>Ein Kommentar hat höchstens %1 Zeichen, dieser hat %2.</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>Ein Name hat höchstens %1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>sightglass::SilenceList</name>
    <message>
        <source>to come</source>
        <translation>kommt noch</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>Nothing is silenced.</source>
        <translation>Nichts ist stummgeschaltet.</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>Ä&amp;ndern…</translation>
    </message>
    <message>
        <source>&amp;End now</source>
        <translation>Jetzt &amp;beenden</translation>
    </message>
    <message>
        <source>Silences</source>
        <translation>Stummschaltungen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Matchers</source>
        <translation>Matcher</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>&amp;New silence…</source>
        <translation>Neue Stummschaltun&amp;g…</translation>
    </message>
    <message>
        <source>Alertmanager</source>
        <translation>Alertmanager</translation>
    </message>
    <message>
        <source> (Alertmanager)</source>
        <translation> (Alertmanager)</translation>
    </message>
</context>
<context>
    <name>sightglass::SnapshotCommand</name>
    <message>
        <source>Scrapes the targets for a while and writes a picture of each one&apos;s dashboard. Needs no display.</source>
        <translation>Fragt die Ziele eine Zeit lang ab und schreibt von jedem ein Bild seines Dashboards. Braucht keinen Bildschirm.</translation>
    </message>
    <message>
        <source>An endpoint to scrape; may be repeated.</source>
        <translation>Ein abzufragender Endpunkt; mehrfach möglich.</translation>
    </message>
    <message>
        <source>How long to scrape first, e.g. 20s or 2m (20s).</source>
        <translation>Wie lange vorher abgefragt wird, z. B. 20s oder 2m (20s).</translation>
    </message>
    <message>
        <source>Size in pixels; without a height, as high as the dashboard (1600x1000).</source>
        <translation>Größe in Pixeln; ohne Höhenangabe so hoch wie das Dashboard (1600x1000).</translation>
    </message>
    <message>
        <source>More endpoints to scrape.</source>
        <translation>Weitere abzufragende Endpunkte.</translation>
    </message>
    <message>
        <source>not a usable address: %1</source>
        <translation>keine brauchbare Adresse: %1</translation>
    </message>
    <message>
        <source>no target: say --target URL</source>
        <translation>kein Ziel: bitte --target URL angeben</translation>
    </message>
    <message>
        <source>not a duration: %1</source>
        <translation>keine Dauer: %1</translation>
    </message>
    <message>
        <source>not a size: %1</source>
        <translation>keine Größe: %1</translation>
    </message>
    <message>
        <source>not a theme: %1</source>
        <translation>kein Farbschema: %1</translation>
    </message>
    <message>
        <source>no file to write: say --out FILE</source>
        <translation>keine Zieldatei: bitte --out DATEI angeben</translation>
    </message>
    <message>
        <source>DURATION</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>WxH</source>
        <translation>BxH</translation>
    </message>
    <message>
        <source>THEME</source>
        <translation>SCHEMA</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>dark, light or high-contrast (dark).</source>
        <translation>dark, light oder high-contrast (dark).</translation>
    </message>
    <message>
        <source>The PNG, SVG or PDF file to write; further targets&apos; get a number.</source>
        <translation>Die PNG-, SVG- oder PDF-Datei, die geschrieben wird; die weiterer Ziele erhalten eine Nummer.</translation>
    </message>
    <message>
        <source>not a picture&apos;s file: %1 does not end in .png, .svg or .pdf</source>
        <translation>keine Bilddatei: %1 endet nicht auf .png, .svg oder .pdf</translation>
    </message>
    <message>
        <source>auto, the name of a bundled dashboard, or a file of Grafana&apos;s or ours, which shows all targets (auto).</source>
        <translation>auto, der Name eines mitgelieferten Dashboards oder eine Datei von Grafana oder eine eigene, die alle Ziele zeigt (auto).</translation>
    </message>
    <message>
        <source>NAME|FILE</source>
        <translation>NAME|DATEI</translation>
    </message>
    <message>
        <source>What a variable of the dashboard is; may be repeated, also for one that has several values. $__all is all of them.</source>
        <translation>Was eine Variable des Dashboards ist; mehrfach möglich, auch für eine mit mehreren Werten. $__all steht für alle.</translation>
    </message>
    <message>
        <source>NAME=VALUE</source>
        <translation>NAME=WERT</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>ZEIT</translation>
    </message>
    <message>
        <source>A panel with an error is no failure.</source>
        <translation>Ein Panel mit einem Fehler gilt nicht als Scheitern.</translation>
    </message>
    <message>
        <source>not NAME=VALUE: %1</source>
        <translation>nicht NAME=WERT: %1</translation>
    </message>
    <message>
        <source>not a time: %1</source>
        <translation>kein Zeitpunkt: %1</translation>
    </message>
    <message>
        <source>neither a file nor the name of a bundled dashboard: %1 (there are %2)</source>
        <translation>weder eine Datei noch der Name eines mitgelieferten Dashboards: %1 (es gibt %2)</translation>
    </message>
    <message>
        <source>no such folder: %1</source>
        <translation>kein solcher Ordner: %1</translation>
    </message>
    <message>
        <source>Where the time shown begins: now-1h, now/d, 2026-11-21 10:00 (as the dashboard&apos;s file says; without a file, no earlier than a little before the first scrape).</source>
        <translation>Wo die gezeigte Zeit beginnt: now-1h, now/d, 2026-11-21 10:00 (wie es in der Datei des Dashboards steht; ohne Datei nicht früher als kurz vor der ersten Abfrage).</translation>
    </message>
    <message>
        <source>Where it ends (as the dashboard&apos;s file says, or now).</source>
        <translation>Wo sie endet (wie es in der Datei des Dashboards steht, sonst jetzt).</translation>
    </message>
</context>
<context>
    <name>sightglass::SnapshotJob</name>
    <message>
        <source>there is nothing to draw</source>
        <translation>es gibt nichts zu zeichnen</translation>
    </message>
    <message>
        <source>no scrape was completed</source>
        <translation>keine Abfrage wurde abgeschlossen</translation>
    </message>
    <message>
        <source>cannot write %1</source>
        <translation>%1 lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>no range of time: %1 to %2</source>
        <translation>kein Zeitraum: %1 bis %2</translation>
    </message>
    <message>
        <source>variable %1: %2</source>
        <translation>Variable %1: %2</translation>
    </message>
    <message>
        <source>variable %1 has no value %2</source>
        <translation>Variable %1 hat keinen Wert %2</translation>
    </message>
    <message>
        <source>the dashboard shows much more time than was scraped: --from now-%1m draws that alone</source>
        <translation>das Dashboard zeigt viel mehr Zeit, als abgefragt wurde: --from now-%1m zeichnet nur diese</translation>
    </message>
    <message>
        <source>no dashboard to draw has a variable %1</source>
        <translation>kein zu zeichnendes Dashboard hat eine Variable %1</translation>
    </message>
</context>
<context>
    <name>sightglass::StatPanel</name>
    <message>
        <source>Line: a value every %1, while the source has one every %2</source>
        <comment>lengths of time</comment>
        <translation>Linie: ein Wert alle %1, während die Quelle alle %2 einen hat</translation>
    </message>
</context>
<context>
    <name>sightglass::SurfaceCommand</name>
    <message>
        <source>Writes down what others rely on of an endpoint, its metric names, types, labels and help, and says how it differs from what was written down before.</source>
        <translation>Hält fest, worauf sich andere bei einem Endpunkt verlassen, nämlich Metriknamen, Typen, Labels und Hilfetexte, und nennt die Unterschiede zum zuvor Festgehaltenen.</translation>
    </message>
    <message>
        <source>Write it to this file.</source>
        <translation>In diese Datei schreiben.</translation>
    </message>
    <message>
        <source>Fail where it differs from this file.</source>
        <translation>Scheitern, wo es von dieser Datei abweicht.</translation>
    </message>
    <message>
        <source>With --compare, what does not count, with commas between: additions (new metrics and labels), help.</source>
        <translation>Mit --compare: was nicht zählt, durch Kommas getrennt: additions (neue Metriken und Labels), help.</translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation>WAS</translation>
    </message>
    <message>
        <source>How long a scrape may take.</source>
        <translation>Wie lange eine Abfrage dauern darf.</translation>
    </message>
    <message>
        <source>DURATION</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>Of a file: auto, text, openmetrics or protobuf.</source>
        <translation>Bei einer Datei: auto, text, openmetrics oder protobuf.</translation>
    </message>
    <message>
        <source>The endpoint, or a page of one; - reads the standard input.</source>
        <translation>Der Endpunkt oder eine Seite davon; - liest die Standardeingabe.</translation>
    </message>
    <message>
        <source>nothing to ignore: %1 (there are additions and help)</source>
        <translation>lässt sich nicht übergehen: %1 (es gibt additions und help)</translation>
    </message>
    <message>
        <source>neither a file nor a usable address: %1</source>
        <translation>weder eine Datei noch eine brauchbare Adresse: %1</translation>
    </message>
    <message>
        <source>not a duration: %1</source>
        <translation>keine Dauer: %1</translation>
    </message>
    <message>
        <source>say one URL or file, or - to read from the standard input</source>
        <translation>genau eine URL oder Datei angeben, oder - für die Standardeingabe</translation>
    </message>
    <message>
        <source>unknown format: %1</source>
        <translation>unbekanntes Format: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>added          %1 (%2)</source>
        <translation>hinzugefügt        %1 (%2)</translation>
    </message>
    <message>
        <source>removed        %1 (%2)</source>
        <translation>entfernt           %1 (%2)</translation>
    </message>
    <message>
        <source>type changed   %1: %2 -&gt; %3</source>
        <translation>Typ geändert       %1: %2 -&gt; %3</translation>
    </message>
    <message>
        <source>unit changed   %1: %2 -&gt; %3</source>
        <translation>Einheit geändert   %1: %2 -&gt; %3</translation>
    </message>
    <message>
        <source>help changed   %1: %2 -&gt; %3</source>
        <translation>Hilfe geändert     %1: %2 -&gt; %3</translation>
    </message>
    <message>
        <source>label added    %1: %2</source>
        <translation>Label hinzugefügt  %1: %2</translation>
    </message>
    <message>
        <source>label removed  %1: %2</source>
        <translation>Label entfernt     %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>, %n ignored</source>
        <translation>
            <numerusform>, %Ln übergangen</numerusform>
            <numerusform>, %Ln übergangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s), nothing has drifted</source>
        <translation>
            <numerusform>%Ln Metrik, nichts ist abgewichen</numerusform>
            <numerusform>%Ln Metriken, nichts ist abgewichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since %1</source>
        <translation>
            <numerusform>%Ln Änderung seit %1</numerusform>
            <numerusform>%Ln Änderungen seit %1</numerusform>
        </translation>
    </message>
    <message>
        <source>the page is too large</source>
        <translation>die Seite ist zu groß</translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s) in %1</source>
        <translation>
            <numerusform>%Ln Metrik in %1</numerusform>
            <numerusform>%Ln Metriken in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: there is no metric on the page</source>
        <translation>%1: auf der Seite ist keine Metrik</translation>
    </message>
</context>
<context>
    <name>sightglass::TableCopy</name>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>sightglass::TableFooterRow</name>
    <message>
        <source>Footer: %1</source>
        <translation>Fußzeile: %1</translation>
    </message>
</context>
<context>
    <name>sightglass::TablePanel</name>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Table: %1</source>
        <translation>Tabelle: %1</translation>
    </message>
</context>
<context>
    <name>sightglass::TargetDialog</name>
    <message>
        <source>Add target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Edit target</source>
        <translation>Ziel bearbeiten</translation>
    </message>
    <message>
        <source>host and port</source>
        <translation>Host und Port</translation>
    </message>
    <message>
        <source>as the interval, at most 10 s</source>
        <translation>wie das Intervall, höchstens 10 s</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Name (job)</source>
        <translation>&amp;Name (Job)</translation>
    </message>
    <message>
        <source>Scrape &amp;every</source>
        <translation>Abfrage&amp;intervall</translation>
    </message>
    <message>
        <source>&amp;Timeout</source>
        <translation>&amp;Timeout</translation>
    </message>
    <message>
        <source>The timeout cannot be longer than the scrape interval.</source>
        <translation>Der Timeout darf nicht länger als das Abfrageintervall sein.</translation>
    </message>
    <message>
        <source>Scrapes %1</source>
        <translation>Fragt %1 ab</translation>
    </message>
    <message>
        <source>Host and port, a complete http or https address, a file, unix:/socket or exec:command.</source>
        <translation>Host und Port, eine vollständige http- oder https-Adresse, eine Datei, unix:/Socket oder exec:Befehl.</translation>
    </message>
    <message>
        <source>This is not a usable address.</source>
        <translation>Das ist keine brauchbare Adresse.</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>Nur für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Proxy and headers</source>
        <translation>Proxy und Header</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Relabelling</source>
        <translation>Relabeling</translation>
    </message>
    <message>
        <source>Name and password of the address are kept under Authentication.</source>
        <translation>Name und Passwort aus der Adresse stehen jetzt unter „Authentifizierung“.</translation>
    </message>
    <message>
        <source>Asking the secret store…</source>
        <translation>Der Schlüsselbund wird gefragt…</translation>
    </message>
    <message>
        <source>The secret could not be kept: %1. It can be kept in a file, or for this session only: then it is to be typed again next time.</source>
        <translation>Das Geheimnis ließ sich nicht aufbewahren: %1. Es kann in einer Datei stehen oder nur für diese Sitzung gelten: Dann ist es beim nächsten Mal neu einzugeben.</translation>
    </message>
    <message>
        <source>The secrets of the command are kept and not shown: to change it, type it anew, with them.</source>
        <translation>Die Geheimnisse des Befehls sind aufbewahrt und werden nicht gezeigt: zum Ändern ist er mit ihnen neu einzugeben.</translation>
    </message>
    <message>
        <source>Runs %1
Nothing in it looks like a secret: the settings keep it as it stands. What is secret all the same belongs into a file that the command reads.</source>
        <translation>Führt %1 aus
Nichts darin sieht nach einem Geheimnis aus: Die Einstellungen bewahren es auf, wie es dasteht. Was dennoch geheim ist, gehört in eine Datei, die der Befehl liest.</translation>
    </message>
    <message>
        <source>Runs %1
The settings keep it so; what is hidden lies in the secret store.</source>
        <translation>Führt %1 aus
Die Einstellungen bewahren es so auf; das Verborgene liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Runs %1
What is hidden is kept for this session only.</source>
        <translation>Führt %1 aus
Das Verborgene wird nur für diese Sitzung behalten.</translation>
    </message>
</context>
<context>
    <name>sightglass::TargetPane</name>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Add a target (Ctrl+N)</source>
        <translation>Ein Ziel hinzufügen (Strg+N)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>E&amp;xamine the endpoint</source>
        <translation>Endpunkt &amp;untersuchen</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) of this settings file not run</source>
        <translation>
            <numerusform>%Ln Befehl dieser Einstellungsdatei nicht ausgeführt</numerusform>
            <numerusform>%Ln Befehle dieser Einstellungsdatei nicht ausgeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>A&amp;llow the command</source>
        <translation>Befehl er&amp;lauben</translation>
    </message>
</context>
<context>
    <name>sightglass::TargetTableModel</name>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last scrape</source>
        <translation>Letzte Abfrage</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>off</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>up</source>
        <translation>verfügbar</translation>
    </message>
    <message>
        <source>down</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>waiting for the first scrape</source>
        <translation>wartet auf die erste Abfrage</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%Ln Messwert</numerusform>
            <numerusform>%Ln Messwerte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%Ln übersprungen</numerusform>
            <numerusform>%Ln übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%Ln verworfen</numerusform>
            <numerusform>%Ln verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>command not run: it waits for your leave</source>
        <translation>Befehl nicht ausgeführt: er wartet auf Erlaubnis</translation>
    </message>
    <message numerus="yes">
        <source>%n dropped: timestamp out of bounds</source>
        <translation>
            <numerusform>%Ln verworfen: Zeitstempel außerhalb der Grenzen</numerusform>
            <numerusform>%Ln verworfen: Zeitstempel außerhalb der Grenzen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::TestCommand</name>
    <message numerus="yes">
        <source>(%n need(s) a switch)</source>
        <translation>
            <numerusform>(%Ln braucht einen Schalter)</numerusform>
            <numerusform>(%Ln brauchen einen Schalter)</numerusform>
        </translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>braucht %1</translation>
    </message>
    <message>
        <source>cannot read %1</source>
        <translation>%1 lässt sich nicht lesen</translation>
    </message>
    <message numerus="yes">
        <source>%n eval(s) left out: turn the switches on with --features all</source>
        <translation>
            <numerusform>%Ln Auswertung ausgelassen: die Schalter mit --features all einschalten</numerusform>
            <numerusform>%Ln Auswertungen ausgelassen: die Schalter mit --features all einschalten</numerusform>
        </translation>
    </message>
    <message>
        <source>total %1</source>
        <translation>gesamt %1</translation>
    </message>
    <message>
        <source>Feature switches to turn on, with commas between, or all: %1.</source>
        <translation>Einzuschaltende Funktionsschalter, durch Kommas getrennt, oder all (alle): %1.</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>NAMEN</translation>
    </message>
    <message>
        <source>What is tested.</source>
        <translation>Was getestet wird.</translation>
    </message>
    <message>
        <source>no feature switch: %1 (there are %2)</source>
        <translation>kein Funktionsschalter: %1 (es gibt %2)</translation>
    </message>
    <message>
        <source>there are no scripts to run</source>
        <translation>es gibt keine auszuführenden Skripte</translation>
    </message>
    <message>
        <source>%1 is longer than a script may be</source>
        <translation>%1 ist länger, als ein Skript sein darf</translation>
    </message>
    <message>
        <source>Runs tests of PromQL in Prometheus&apos; own test language, or unit tests of rules as promtool does.</source>
        <translation>Führt Tests von PromQL in Prometheus’ eigener Testsprache aus oder Unit-Tests von Regeln, wie promtool es tut.</translation>
    </message>
    <message>
        <source>Of rules: only tests whose name matches; may be given several times.</source>
        <translation>Bei Regeln: nur Tests, deren Name passt; mehrfach möglich.</translation>
    </message>
    <message>
        <source>REGEX</source>
        <translation>REGEX</translation>
    </message>
    <message>
        <source>Of rules: fields that Prometheus does not know are left out instead of refused.</source>
        <translation>Bei Regeln: Felder, die Prometheus nicht kennt, werden ausgelassen statt abgelehnt.</translation>
    </message>
    <message>
        <source>say what to test: sightglass test promql FILE|DIR… or sightglass test rules FILE…</source>
        <translation>bitte angeben, was getestet wird: sightglass test promql DATEI|ORDNER… oder sightglass test rules DATEI…</translation>
    </message>
    <message>
        <source>Scripts, or folders of *.test; of rules: files of unit tests, or patterns of them; bundled:NAME is that of rules that come along.</source>
        <translation>Skripte oder Ordner mit *.test; bei Regeln: Dateien mit Unit-Tests oder Muster dafür; bundled:NAME ist die zu mitgelieferten Regeln.</translation>
    </message>
</context>
<context>
    <name>sightglass::TextPanel</name>
    <message>
        <source>… This text is longer than is shown of one: %1 characters.</source>
        <translation>… Dieser Text ist länger, als von einem gezeigt wird: %1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>sightglass::ThresholdChart</name>
    <message>
        <source>Threshold: Up and Down move it</source>
        <translation>Schwelle: Pfeil hoch und Pfeil runter verschieben sie</translation>
    </message>
    <message>
        <source>The expression gives nothing in this time.</source>
        <translation>Der Ausdruck ergibt in diesem Zeitraum nichts.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird abgefragt…</translation>
    </message>
</context>
<context>
    <name>sightglass::ThresholdsEdit</name>
    <message>
        <source>Add threshold</source>
        <translation>Schwelle hinzufügen</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Remove threshold</source>
        <translation>Schwelle entfernen</translation>
    </message>
</context>
<context>
    <name>sightglass::TimeBar</name>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>Letzte %Ln Minute</numerusform>
            <numerusform>Letzte %Ln Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation>
            <numerusform>Letzte %Ln Stunde</numerusform>
            <numerusform>Letzte %Ln Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop the panels moving; scraping goes on (Space)</source>
        <translation>Panels anhalten; abgefragt wird weiter (Leertaste)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Herauszoomen</translation>
    </message>
    <message>
        <source>Back to the time shown before (Backspace)</source>
        <translation>Zurück zum zuvor gezeigten Zeitraum (Rücktaste)</translation>
    </message>
    <message>
        <source>Forward to the time that was left (Shift+Backspace)</source>
        <translation>Vor zum verlassenen Zeitraum (Umschalt+Rücktaste)</translation>
    </message>
    <message>
        <source>Earlier by half of what is shown</source>
        <translation>Um die Hälfte des Gezeigten früher</translation>
    </message>
    <message>
        <source>Choose what time is shown</source>
        <translation>Auswählen, welcher Zeitraum gezeigt wird</translation>
    </message>
    <message>
        <source>Later by half of what is shown</source>
        <translation>Um die Hälfte des Gezeigten später</translation>
    </message>
    <message>
        <source>Show twice as much time</source>
        <translation>Doppelt so viel Zeit zeigen</translation>
    </message>
    <message>
        <source>Tell times in UTC or in the local time zone</source>
        <translation>Zeiten in UTC oder in der lokalen Zeitzone angeben</translation>
    </message>
    <message>
        <source>Live · %1</source>
        <comment>the time range moves on</comment>
        <translation>Live · %1</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <comment>the time range stands still</comment>
        <translation>Angehalten · %1</translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation>Zeitraum: %1</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Live zeigen</translation>
    </message>
    <message>
        <source>Show what is now, and move on with it (Space)</source>
        <translation>Zeigen, was jetzt ist, und damit fortlaufen (Leertaste)</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Zeitzone: %1</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Letzter %Ln Tag</numerusform>
            <numerusform>Letzte %Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Last %1</source>
        <comment>a duration such as 1h30m</comment>
        <translation>Letzte %1</translation>
    </message>
</context>
<context>
    <name>sightglass::TimePlot</name>
    <message>
        <source>click: links</source>
        <translation>Klick: Verweise</translation>
    </message>
</context>
<context>
    <name>sightglass::TimeRangePopup</name>
    <message>
        <source>“From” is no time</source>
        <translation>„Von“ ist kein Zeitpunkt</translation>
    </message>
    <message>
        <source>“To” is no time</source>
        <translation>„Bis“ ist kein Zeitpunkt</translation>
    </message>
    <message>
        <source>“From” must be earlier than “To”</source>
        <translation>„Von“ muss vor „Bis“ liegen</translation>
    </message>
    <message>
        <source>That time is still to come</source>
        <translation>Dieser Zeitpunkt liegt noch in der Zukunft</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>now-6h, now/d, 10:00, 2026-11-21 10:00</source>
        <translation>now-6h, now/d, 10:00, 2026-11-21 10:00</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>Heute bis jetzt</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>This week so far</source>
        <translation>Diese Woche bis jetzt</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>Chosen before</source>
        <translation>Zuvor gewählt</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>Da&amp;ten</translation>
    </message>
    <message>
        <source>How often the dashboard asks for data</source>
        <translation>Wie oft das Dashboard Daten anfragt</translation>
    </message>
    <message>
        <source>As they come in</source>
        <translation>Sobald sie eintreffen</translation>
    </message>
    <message>
        <source>Every %1</source>
        <comment>a duration such as 30s</comment>
        <translation>Alle %1</translation>
    </message>
</context>
<context>
    <name>sightglass::TimeSeriesPanel</name>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message>
        <source>%1: of the values at steps of %2</source>
        <comment>calculations, step</comment>
        <translation>%1: aus den Werten in Schritten von %2</translation>
    </message>
    <message>
        <source>%1: of the last sample of each %2</source>
        <comment>calculations, length of time</comment>
        <translation>%1: aus dem letzten Messwert je %2</translation>
    </message>
</context>
<context>
    <name>sightglass::TimeSeriesPlot</name>
    <message>
        <source>No data in this time range</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Native histograms are not drawn as lines</source>
        <translation>Native Histogramme werden nicht als Linien gezeichnet</translation>
    </message>
    <message>
        <source>All values are infinite or NaN</source>
        <translation>Alle Werte sind unendlich oder NaN</translation>
    </message>
    <message>
        <source>All values are NaN</source>
        <translation>Alle Werte sind NaN</translation>
    </message>
</context>
<context>
    <name>sightglass::TimeTicks</name>
    <message>
        <source>d MMM</source>
        <comment>QDate format: day and month</comment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>sightglass::TimelinePanel</name>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>time</source>
        <comment>how long a state lasted</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>sightglass::TimelinePlot</name>
    <message>
        <source>No column of times with one of states beside it</source>
        <translation>Keine Spalte mit Zeiten, neben der eine mit Zuständen steht</translation>
    </message>
    <message>
        <source>No data in this time range</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
    <message>
        <source>since %1, for %2 so far</source>
        <translation>seit %1, bisher %2 lang</translation>
    </message>
    <message>
        <source>%1 – %2, for %3</source>
        <comment>from a time to a time, how long</comment>
        <translation>%1 – %2, %3 lang</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>state and value</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sightglass::TlsPage</name>
    <message>
        <source>given as text; a file replaces it</source>
        <translation>als Text angegeben; eine Datei ersetzt ihn</translation>
    </message>
    <message>
        <source>Certificates of the authorities to trust</source>
        <translation>Zertifikate der vertrauenswürdigen Stellen</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Key of the client certificate</source>
        <translation>Schlüssel des Client-Zertifikats</translation>
    </message>
    <message>
        <source>Do &amp;not check the target&apos;s certificate</source>
        <translation>Zertifikat des Ziels nicht &amp;prüfen</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>the host in the address</source>
        <translation>der Host in der Adresse</translation>
    </message>
    <message>
        <source>as the system asks for, at least 1.2</source>
        <translation>wie vom System verlangt, mindestens 1.2</translation>
    </message>
    <message>
        <source>Trust these &amp;authorities</source>
        <translation>&amp;Vertrauenswürdige Stellen</translation>
    </message>
    <message>
        <source>Client &amp;certificate</source>
        <translation>&amp;Client-Zertifikat</translation>
    </message>
    <message>
        <source>Its &amp;key</source>
        <translation>&amp;Schlüssel dazu</translation>
    </message>
    <message>
        <source>&amp;Server name</source>
        <translation>Se&amp;rvername</translation>
    </message>
    <message>
        <source>&amp;Lowest version</source>
        <translation>Niedrigste V&amp;ersion</translation>
    </message>
    <message>
        <source>Anybody on the way can then pretend to be the target, read what is sent, passwords included, and answer what they like.</source>
        <translation>Jeder auf dem Weg kann sich dann als das Ziel ausgeben, alles Gesendete samt Passwörtern mitlesen und nach Belieben antworten.</translation>
    </message>
    <message>
        <source>Files of certificates and keys need absolute paths.</source>
        <translation>Dateien mit Zertifikaten und Schlüsseln brauchen absolute Pfade.</translation>
    </message>
    <message>
        <source>The client certificate needs its key.</source>
        <translation>Zum Client-Zertifikat fehlt der Schlüssel.</translation>
    </message>
    <message>
        <source>The key needs its client certificate.</source>
        <translation>Zum Schlüssel fehlt das Client-Zertifikat.</translation>
    </message>
    <message>
        <source>The lowest version of TLS is above the highest one.</source>
        <translation>Die niedrigste TLS-Version liegt über der höchsten.</translation>
    </message>
</context>
<context>
    <name>sightglass::TokenFile</name>
    <message>
        <source>cannot read %1</source>
        <translation>%1 lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>there is no token in %1</source>
        <translation>in %1 steht kein Token</translation>
    </message>
</context>
<context>
    <name>sightglass::TransformationsEdit</name>
    <message>
        <source>Add transformation</source>
        <translation>Transformation hinzufügen</translation>
    </message>
    <message>
        <source>Switch this transformation off and on</source>
        <translation>Diese Transformation aus- und einschalten</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove this transformation</source>
        <translation>Diese Transformation entfernen</translation>
    </message>
    <message>
        <source>Options of %1 as JSON</source>
        <translation>Optionen von %1 als JSON</translation>
    </message>
    <message>
        <source>Of which queries</source>
        <translation>Von welchen Anfragen</translation>
    </message>
    <message>
        <source>The transformation is given the answers to these queries</source>
        <translation>Die Transformation erhält die Antworten auf diese Anfragen</translation>
    </message>
    <message>
        <source>Show the options as they are written</source>
        <translation>Die Optionen zeigen, wie sie geschrieben sind</translation>
    </message>
    <message>
        <source>All queries</source>
        <translation>Alle Anfragen</translation>
    </message>
    <message>
        <source>Query %1</source>
        <translation>Anfrage %1</translation>
    </message>
</context>
<context>
    <name>sightglass::UnitEdit</name>
    <message>
        <source>as it is; type to search</source>
        <translation>wie sie ist; zum Suchen tippen</translation>
    </message>
</context>
<context>
    <name>sightglass::ValueView</name>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%Ln weiterer</numerusform>
            <numerusform>+%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::VariableBar</name>
    <message>
        <source>More variables</source>
        <translation>Weitere Variablen</translation>
    </message>
</context>
<context>
    <name>sightglass::VariablePreview</name>
    <message>
        <source>The variable waits for itself: its query leads back to it.</source>
        <translation>Die Variable wartet auf sich selbst: Ihre Anfrage führt zu ihr zurück.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%Ln Wert</numerusform>
            <numerusform>%Ln Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>the text of a value, and the value</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
</context>
<context>
    <name>sightglass::VariableQueryEdit</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Metric or selector</source>
        <translation>Metrik oder Selektor</translation>
    </message>
    <message>
        <source>Values of a label</source>
        <translation>Werte eines Labels</translation>
    </message>
    <message>
        <source>Names of labels</source>
        <translation>Namen von Labels</translation>
    </message>
    <message>
        <source>Names of metrics</source>
        <translation>Namen von Metriken</translation>
    </message>
    <message>
        <source>Answer of a query</source>
        <translation>Antwort auf eine Anfrage</translation>
    </message>
    <message>
        <source>Series of a selector</source>
        <translation>Zeitreihen eines Selektors</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Wonach gefragt wird</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>sightglass::WelcomeView</name>
    <message>
        <source>Add a target…</source>
        <translation>Ein Ziel hinzufügen…</translation>
    </message>
    <message>
        <source>Show what is wrong</source>
        <translation>Zeigen, was nicht stimmt</translation>
    </message>
    <message>
        <source>The endpoint doctor lists every problem and how to mend it</source>
        <translation>Die Endpunkt-Diagnose nennt jedes Problem und wie es zu beheben ist</translation>
    </message>
</context>
<context>
    <name>sightglass::WhyPane</name>
    <message>
        <source>&amp;Label sets</source>
        <translation>Labelsät&amp;ze</translation>
    </message>
    <message>
        <source>&amp;Expression</source>
        <translation>A&amp;usdruck</translation>
    </message>
    <message>
        <source>What else &amp;moved</source>
        <translation>Was sich sonst &amp;bewegte</translation>
    </message>
    <message>
        <source>As a &amp;unit test…</source>
        <translation>Als Unit-T&amp;est…</translation>
    </message>
    <message>
        <source>What happened over the time of the strip, as a file for promtool test rules</source>
        <translation>Was im gezeigten Zeitraum geschah, als Datei für promtool test rules</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Bewegt</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Zeitreihe</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Vorher → nachher</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panels</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>Nothing is compared: the rule does not fire.</source>
        <translation>Nichts zu vergleichen: Die Regel ist nicht ausgelöst.</translation>
    </message>
    <message>
        <source>What it did is being worked out…</source>
        <translation>Was sie bewirkte, wird ermittelt…</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>last evaluated %1, in %2</source>
        <translation>zuletzt ausgewertet %1, in %2</translation>
    </message>
    <message numerus="yes">
        <source>%n evaluation(s) missed</source>
        <translation>
            <numerusform>%Ln Auswertung versäumt</numerusform>
            <numerusform>%Ln Auswertungen versäumt</numerusform>
        </translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>(not all were looked at)</source>
        <translation>(nicht alle wurden untersucht)</translation>
    </message>
    <message>
        <source>≥ %1×</source>
        <translation>≥ %1×</translation>
    </message>
    <message>
        <source>&amp;Open its file</source>
        <translation>Ihre Datei &amp;öffnen</translation>
    </message>
    <message>
        <source>There is no data of the time before %1 to compare with.</source>
        <translation>Aus der Zeit vor %1 gibt es keine Daten zum Vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing moved: none of %n series changed notably in the %2 from %1 on against the %3 before.</source>
        <translation>
            <numerusform>Nichts bewegte sich: Von %Ln Zeitreihe änderte sich in %2 ab %1 keine merklich gegenüber %3 davor.</numerusform>
            <numerusform>Nichts bewegte sich: Von %Ln Zeitreihen änderte sich in %2 ab %1 keine merklich gegenüber %3 davor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n series, those that changed most in the %2 from %1 on against the %3 before</source>
        <translation>
            <numerusform>Von %Ln Zeitreihe, was sich in %2 ab %1 gegenüber %3 davor am meisten änderte</numerusform>
            <numerusform>Von %Ln Zeitreihen die, die sich in %2 ab %1 gegenüber %3 davor am meisten änderten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::WindowAlerts</name>
    <message>
        <source>Resolved: %1</source>
        <translation>Behoben: %1</translation>
    </message>
    <message>
        <source>Firing: %1</source>
        <translation>Ausgelöst: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation>
            <numerusform>%Ln Alarm ausgelöst</numerusform>
            <numerusform>%Ln Alarme ausgelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) resolved</source>
        <translation>
            <numerusform>%Ln Alarm behoben</numerusform>
            <numerusform>%Ln Alarme behoben</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Silence 1 h</source>
        <translation>1 h stummschalten</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>From a notification</source>
        <translation>Aus einer Benachrichtigung</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %Ln weiterer</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::WindowApi</name>
    <message>
        <source>Not an address to listen on: %1</source>
        <translation>Keine Adresse zum Lauschen: %1</translation>
    </message>
    <message>
        <source>Other machines can reach %1: allow that, or listen on 127.0.0.1</source>
        <translation>Andere Rechner erreichen %1: bitte das erlauben oder auf 127.0.0.1 lauschen</translation>
    </message>
    <message>
        <source>Listening on http://%1</source>
        <translation>Lauscht auf http://%1</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2</source>
        <translation>Auf %1 lässt sich nicht lauschen: %2</translation>
    </message>
</context>
<context>
    <name>sightglass::WindowCommand</name>
    <message>
        <source>A window straight into services&apos; metrics: scrapes the endpoints itself, keeps their history, draws dashboards and raises alerts.</source>
        <translation>Ein Fenster direkt in die Metriken von Diensten: fragt die Endpunkte selbst ab, bewahrt ihren Verlauf, zeichnet Dashboards und löst Alarme aus.</translation>
    </message>
    <message>
        <source>Verbs (each has its own --help):</source>
        <translation>Verben (jedes mit eigenem --help):</translation>
    </message>
    <message>
        <source>Keep settings in this file instead of the user&apos;s own.</source>
        <translation>Einstellungen in dieser Datei statt in der des Benutzers ablegen.</translation>
    </message>
    <message>
        <source>Render the window off-screen, write a picture of every page into this folder, and end.</source>
        <translation>Das Fenster unsichtbar zeichnen, von jeder Seite ein Bild in diesen Ordner schreiben und beenden.</translation>
    </message>
    <message>
        <source>With --render-to: how long to scrape first (30s).</source>
        <translation>Mit --render-to: wie lange vorher abgefragt wird (30s).</translation>
    </message>
    <message>
        <source>Say how many milliseconds it took from the start of the process to the window&apos;s first frame, and end.</source>
        <translation>Ausgeben, wie viele Millisekunden vom Start des Prozesses bis zum ersten Bild des Fensters vergingen, und beenden.</translation>
    </message>
    <message>
        <source>not every page could be rendered</source>
        <translation>nicht jede Seite ließ sich zeichnen</translation>
    </message>
    <message>
        <source>first frame after %1 ms</source>
        <translation>erstes Bild nach %1 ms</translation>
    </message>
    <message>
        <source>this system does not tell when a process began</source>
        <translation>dieses System verrät nicht, wann ein Prozess begann</translation>
    </message>
    <message>
        <source>neither a verb nor a usable address: %1</source>
        <translation>weder ein Verb noch eine brauchbare Adresse: %1</translation>
    </message>
    <message>
        <source>not a duration: %1</source>
        <translation>keine Dauer: %1</translation>
    </message>
    <message>
        <source>not a theme: %1</source>
        <translation>kein Farbschema: %1</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>THEME</source>
        <translation>SCHEMA</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>DURATION</source>
        <translation>DAUER</translation>
    </message>
    <message>
        <source>no feature switch: %1 (there are %2)</source>
        <translation>kein Funktionsschalter: %1 (es gibt %2)</translation>
    </message>
    <message>
        <source>Feature switches of PromQL to turn on this time, beside those in the settings: with commas between, or all: %1.</source>
        <translation>Schalter von PromQL, die diesmal zusätzlich zu denen in den Einstellungen an sind: durch Kommas getrennt, oder all: %1.</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>NAMEN</translation>
    </message>
    <message>
        <source>a verb comes first, its options behind it: sightglass %1 …</source>
        <translation>ein Verb steht vorn, seine Optionen dahinter: sightglass %1 …</translation>
    </message>
    <message>
        <source>Follow this prometheus.yml: its scrape configs become targets.</source>
        <translation>Dieser prometheus.yml folgen: Aus ihren scrape_configs werden Ziele.</translation>
    </message>
    <message>
        <source>no such file: %1</source>
        <translation>keine solche Datei: %1</translation>
    </message>
    <message>
        <source>a remembered target is not what it was: %1</source>
        <translation>ein gemerktes Ziel ist nicht mehr, was es war: %1</translation>
    </message>
    <message>
        <source>Run the commands (exec:…) that a file given with --settings remembers; otherwise each waits for your leave in the window.</source>
        <translation>Die Befehle (exec:…) ausführen, die in einer mit --settings angegebenen Datei stehen; sonst wartet jeder im Fenster auf Erlaubnis.</translation>
    </message>
    <message>
        <source>dark, light, high-contrast, or desktop to follow the desktop.</source>
        <translation>dark, light, high-contrast, oder desktop, um der Arbeitsumgebung zu folgen.</translation>
    </message>
    <message>
        <source>the command for alerts in this settings file is not run: say --allow-commands</source>
        <translation>der Befehl für Alarme in dieser Einstellungsdatei wird nicht ausgeführt: bitte --allow-commands angeben</translation>
    </message>
    <message>
        <source>Open this dashboard, a file of Grafana&apos;s or ours, or one that comes with the program, by its name; may be repeated.</source>
        <translation>Dieses Dashboard öffnen, eine Datei von Grafana oder eine eigene, oder eines, das mit dem Programm kommt, nach seinem Namen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>FILE|NAME</source>
        <translation>DATEI|NAME</translation>
    </message>
    <message>
        <source>neither a file nor the name of a dashboard that comes with the program: %1</source>
        <translation>weder eine Datei noch der Name eines Dashboards, das mit dem Programm kommt: %1</translation>
    </message>
    <message>
        <source>With --render-to: the window&apos;s size in pixels.</source>
        <translation>Mit --render-to: die Größe des Fensters in Pixeln.</translation>
    </message>
    <message>
        <source>WxH</source>
        <translation>BxH</translation>
    </message>
    <message>
        <source>not a size: %1</source>
        <translation>keine Größe: %1</translation>
    </message>
    <message>
        <source>Endpoints (host:port, an http or https address, the path of a file, unix:/socket:/path or exec:command), or prometheus.yml files, to show this time; without any, what is remembered. The path of a file that exists is that file, also where it looks like a host.</source>
        <translation>Endpunkte (Host:Port, eine http- oder https-Adresse, der Pfad einer Datei, unix:/Socket:/Pfad oder exec:Befehl) oder prometheus.yml-Dateien, die diesmal gezeigt werden; ohne Angabe das, was gemerkt ist. Der Pfad einer Datei, die es gibt, ist diese Datei, auch wenn er wie ein Host aussieht.</translation>
    </message>
</context>
<context>
    <name>sightglass::WindowConfigs</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open prometheus.yml or a rule file</source>
        <translation>prometheus.yml oder eine Regeldatei öffnen</translation>
    </message>
    <message>
        <source>Prometheus configuration and rules (*.yml *.yaml *.rules)</source>
        <translation>Prometheus-Konfiguration und -Regeln (*.yml *.yaml *.rules)</translation>
    </message>
</context>
<context>
    <name>sightglass::WindowDashboards</name>
    <message>
        <source>Open dashboards</source>
        <translation>Dashboards öffnen</translation>
    </message>
    <message>
        <source>Dashboards (*.json)</source>
        <translation>Dashboards (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Pasted dashboard</source>
        <translation>Eingefügtes Dashboard</translation>
    </message>
    <message>
        <source>There is no dashboard in the clipboard</source>
        <translation>In der Zwischenablage ist kein Dashboard</translation>
    </message>
    <message>
        <source>Open &amp;recent dashboard</source>
        <translation>&amp;Zuletzt geöffnetes Dashboard</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keines</translation>
    </message>
    <message>
        <source>&amp;Forget all</source>
        <translation>&amp;Alle vergessen</translation>
    </message>
</context>
<context>
    <name>sightglass::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Add target…</source>
        <translation>Ziel &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Examine te&amp;xt…</source>
        <translation>&amp;Text untersuchen…</translation>
    </message>
    <message>
        <source>Open pro&amp;metheus.yml…</source>
        <translation>pro&amp;metheus.yml öffnen…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Open dashboard…</source>
        <translation>Dashboard ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Paste dashboard</source>
        <translation>Dashboard e&amp;infügen</translation>
    </message>
    <message>
        <source>&amp;New dashboard</source>
        <translation>&amp;Neues Dashboard</translation>
    </message>
    <message>
        <source>&amp;Edit dashboard</source>
        <translation>Dashboard bea&amp;rbeiten</translation>
    </message>
    <message>
        <source>&amp;Close dashboard</source>
        <translation>Dashboard &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;PNG…</source>
        <translation>&amp;PNG…</translation>
    </message>
    <message>
        <source>PNG, &amp;2× as fine…</source>
        <translation>PNG, &amp;2× so fein…</translation>
    </message>
    <message>
        <source>&amp;SVG…</source>
        <translation>&amp;SVG…</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation>P&amp;DF…</translation>
    </message>
    <message>
        <source>PDF on &amp;A4…</source>
        <translation>PDF auf &amp;A4…</translation>
    </message>
    <message>
        <source>&amp;CSV…</source>
        <translation>&amp;CSV…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <translation>&amp;Erkunden</translation>
    </message>
    <message>
        <source>Endpoint d&amp;octor</source>
        <translation>Endpunkt-Dia&amp;gnose</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Back in time shown</source>
        <translation>Zum &amp;vorigen Zeitraum zurück</translation>
    </message>
    <message>
        <source>&amp;Forward in time shown</source>
        <translation>Zum &amp;nächsten Zeitraum vor</translation>
    </message>
    <message>
        <source>&amp;Zoom out</source>
        <translation>Heraus&amp;zoomen</translation>
    </message>
    <message>
        <source>&amp;Notes…</source>
        <translation>N&amp;otizen…</translation>
    </message>
    <message>
        <source>&amp;Choose time…</source>
        <translation>Zeitraum aus&amp;wählen…</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Vo&amp;llbild</translation>
    </message>
    <message>
        <source>&amp;Kiosk: nothing but the dashboard</source>
        <translation>K&amp;iosk: nichts als das Dashboard</translation>
    </message>
    <message>
        <source>Dashboard in a &amp;window of its own</source>
        <translation>Dashboard in eigenem &amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Play all dashboards in turn</source>
        <translation>Alle Dashboards nacheinander &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Next dashboard</source>
        <translation>&amp;Nächstes Dashboard</translation>
    </message>
    <message>
        <source>P&amp;revious dashboard</source>
        <translation>&amp;Voriges Dashboard</translation>
    </message>
    <message>
        <source>Colours as the &amp;desktop</source>
        <translation>Farben wie die &amp;Arbeitsumgebung</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>About &amp;Sightglass</source>
        <translation>Über &amp;Sightglass</translation>
    </message>
    <message>
        <source>About Sightglass</source>
        <translation>Über Sightglass</translation>
    </message>
    <message>
        <source>Sightglass %1
A window straight into services&apos; metrics.</source>
        <translation>Sightglass %1
Ein Fenster direkt in die Metriken von Diensten.</translation>
    </message>
    <message>
        <source>Export &amp;dashboard</source>
        <translation>&amp;Dashboard exportieren</translation>
    </message>
    <message>
        <source>Data as &amp;JSON…</source>
        <translation>Daten als &amp;JSON…</translation>
    </message>
    <message>
        <source>&amp;Grafana JSON…</source>
        <translation>&amp;Grafana-JSON…</translation>
    </message>
    <message>
        <source>Copy p&amp;icture</source>
        <translation>B&amp;ild kopieren</translation>
    </message>
    <message>
        <source>Pla&amp;ylist</source>
        <translation>A&amp;bspielliste</translation>
    </message>
    <message>
        <source>&amp;Choose dashboards and time…</source>
        <translation>Dashboards und Zeit &amp;wählen …</translation>
    </message>
    <message>
        <source>&amp;Play the chosen dashboards in turn</source>
        <translation>Die gewählten Dashboards &amp;abspielen</translation>
    </message>
</context>
<context>
    <name>sightglass::demo::DemoService</name>
    <message>
        <source>Cannot listen on %1, port %2: %3</source>
        <translation>An %1, Port %2, lässt sich nicht lauschen: %3</translation>
    </message>
</context>
<context>
    <name>sightglass::demo::ObserverService</name>
    <message>
        <source>Cannot make the state folder %1</source>
        <translation>Der Zustandsordner %1 lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Another demo uses the state folder %1; choose one with --state-dir</source>
        <translation>Eine andere Demo nutzt den Zustandsordner %1; mit --state-dir einen anderen wählen</translation>
    </message>
    <message>
        <source>There will be no metrics: %1</source>
        <translation>Es wird keine Metriken geben: %1</translation>
    </message>
    <message>
        <source>There is no free port on 127.0.0.1 for the services that actions talk to</source>
        <translation>Auf 127.0.0.1 ist kein Port frei für die Dienste, mit denen Aktionen sprechen</translation>
    </message>
    <message>
        <source>Beginning anew, the checkpoint was set aside: %1</source>
        <translation>Beginnt von vorn, der Prüfpunkt wurde beiseitegelegt: %1</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>%1 lässt sich nicht schreiben</translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>false</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>%H</source>
        <extracomment>relative humidity in percent</extracomment>
        <translation>% r. F.</translation>
    </message>
    <message>
        <source>y</source>
        <extracomment>years, on an axis</extracomment>
        <translation>a</translation>
    </message>
    <message>
        <source>p/s</source>
        <extracomment>packets per second</extracomment>
        <translation>Pakete/s</translation>
    </message>
    <message>
        <source>c/s</source>
        <extracomment>counts per second</extracomment>
        <translation>Zähl./s</translation>
    </message>
    <message>
        <source>ops/s</source>
        <extracomment>operations per second</extracomment>
        <translation>Op./s</translation>
    </message>
    <message>
        <source>req/s</source>
        <extracomment>requests per second</extracomment>
        <translation>Anfr./s</translation>
    </message>
    <message>
        <source>rd/s</source>
        <extracomment>reads per second</extracomment>
        <translation>Lesevorg./s</translation>
    </message>
    <message>
        <source>wr/s</source>
        <extracomment>writes per second</extracomment>
        <translation>Schreibvorg./s</translation>
    </message>
    <message>
        <source>io/s</source>
        <extracomment>input and output operations per second</extracomment>
        <translation>E/A/s</translation>
    </message>
    <message>
        <source>evt/s</source>
        <extracomment>events per second</extracomment>
        <translation>Evt./s</translation>
    </message>
    <message>
        <source>msg/s</source>
        <extracomment>messages per second</extracomment>
        <translation>Nachr./s</translation>
    </message>
    <message>
        <source>rec/s</source>
        <extracomment>records per second</extracomment>
        <translation>Datens./s</translation>
    </message>
    <message>
        <source>rows/s</source>
        <extracomment>rows per second</extracomment>
        <translation>Zeilen/s</translation>
    </message>
    <message>
        <source>c/min</source>
        <extracomment>counts per minute</extracomment>
        <translation>Zähl./min</translation>
    </message>
    <message>
        <source>ops/min</source>
        <extracomment>operations per minute</extracomment>
        <translation>Op./min</translation>
    </message>
    <message>
        <source>req/min</source>
        <extracomment>requests per minute</extracomment>
        <translation>Anfr./min</translation>
    </message>
    <message>
        <source>rd/min</source>
        <extracomment>reads per minute</extracomment>
        <translation>Lesevorg./min</translation>
    </message>
    <message>
        <source>wr/min</source>
        <extracomment>writes per minute</extracomment>
        <translation>Schreibvorg./min</translation>
    </message>
    <message>
        <source>evt/min</source>
        <extracomment>events per minute</extracomment>
        <translation>Evt./min</translation>
    </message>
    <message>
        <source>msg/min</source>
        <extracomment>messages per minute</extracomment>
        <translation>Nachr./min</translation>
    </message>
    <message>
        <source>rpm</source>
        <extracomment>revolutions per minute</extracomment>
        <translation>U/min</translation>
    </message>
    <message>
        <source>rec/min</source>
        <extracomment>records per minute</extracomment>
        <translation>Datens./min</translation>
    </message>
    <message>
        <source>rows/min</source>
        <extracomment>rows per minute</extracomment>
        <translation>Zeilen/min</translation>
    </message>
    <message>
        <source>mins</source>
        <extracomment>Durations, behind a number. &quot;min&quot; is one or less than one, &quot;mins&quot; are several.</extracomment>
        <translation>Min.</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>millisecond</source>
        <translation>Millisekunde</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Wahr</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
</TS>
