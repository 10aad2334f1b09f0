<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>OptionsReader</name>
    <message>
        <source>A demo service with metrics: an event observer that really works, disturbed as you like.
While it runs, switch with: curl -X POST &apos;http://127.0.0.1:9464/scenario?name=incident&apos;</source>
        <translation>Ein Demodienst mit Metriken: ein Ereignisbeobachter, der wirklich arbeitet und sich beliebig stören lässt.
Umschalten im laufenden Betrieb: curl -X POST &apos;http://127.0.0.1:9464/scenario?name=incident&apos;</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version anzeigen.</translation>
    </message>
    <message>
        <source>Where /metrics and the health pages are served; port 0 takes a free one.</source>
        <translation>Adresse, unter der /metrics und die Zustandsseiten bereitstehen; Port 0 wählt einen freien Port.</translation>
    </message>
    <message>
        <source>address:port</source>
        <translation>Adresse:Port</translation>
    </message>
    <message>
        <source>Names of the metrics: fraiseql or plain.</source>
        <translation>Namen der Metriken: fraiseql oder plain.</translation>
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
        <source>Upper bounds of the histograms, in the unit of their names.</source>
        <translation>Obergrenzen der Histogramm-Buckets in der Einheit, die der jeweilige Name nennt.</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Share of observations that reach the histograms, 0 to 1.</source>
        <translation>Anteil der Beobachtungen, die in die Histogramme eingehen, 0 bis 1.</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>How often the metrics are also written to metrics.prom in the state folder; 0 for never.</source>
        <translation>Wie oft die Metriken zusätzlich in metrics.prom im Zustandsordner geschrieben werden; 0 für nie.</translation>
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
        <source>--buckets wants ascending numbers, e.g. 0.001,0.01,0.1, not &quot;%1&quot;</source>
        <translation>--buckets erwartet aufsteigende Zahlen, z. B. 0.001,0.01,0.1, nicht „%1“</translation>
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
        <source>--%1 wants seconds from 0 to 86400, not &quot;%2&quot;</source>
        <translation>--%1 erwartet Sekunden von 0 bis 86400, nicht „%2“</translation>
    </message>
</context>
<context>
    <name>Verb</name>
    <message>
        <source>scrape for a while and write a picture of the dashboard</source>
        <translation>eine Zeit lang abfragen und ein Bild des Dashboards schreiben</translation>
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
        <source>not a metrics page: the answer has content type &quot;%1&quot;</source>
        <translation>keine Metrikseite: Die Antwort hat den Inhaltstyp „%1“</translation>
    </message>
    <message>
        <source>body size limit exceeded (%1)</source>
        <translation>Größenbegrenzung der Antwort überschritten (%1)</translation>
    </message>
    <message>
        <source>the compressed answer is damaged: %1</source>
        <translation>die komprimierte Antwort ist beschädigt: %1</translation>
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
            <numerusform>Kein Alarm. %n Regel wird überwacht.</numerusform>
            <numerusform>Kein Alarm. %n Regeln werden überwacht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts: %1 firing, %2 pending</source>
        <translation>Alarme: %1 ausgelöst, %2 anstehend</translation>
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
</context>
<context>
    <name>sightglass::HeatmapPanel</name>
    <message>
        <source>Heatmap: %1</source>
        <translation>Heatmap: %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>sightglass::HeatmapPlot</name>
    <message>
        <source>No series with an le label</source>
        <translation>Keine Zeitreihe mit dem Label „le“</translation>
    </message>
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
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
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
</context>
<context>
    <name>sightglass::LegendView</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
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
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Add target…</source>
        <translation>Ziel &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
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
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Zoom out</source>
        <translation>Heraus&amp;zoomen</translation>
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
        <source>Point Sightglass at a metrics endpoint</source>
        <translation>Sightglass auf einen Metrik-Endpunkt richten</translation>
    </message>
    <message>
        <source>Its dashboard appears by itself after the first scrape.</source>
        <translation>Das Dashboard dazu erscheint nach der ersten Abfrage von selbst.</translation>
    </message>
    <message>
        <source>Waiting for the first scrape</source>
        <translation>Warten auf die erste Abfrage</translation>
    </message>
    <message>
        <source>No target answers yet</source>
        <translation>Noch antwortet kein Ziel</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n target(s) up</source>
        <translation>
            <numerusform>%1 von %n Ziel verfügbar</numerusform>
            <numerusform>%1 von %n Zielen verfügbar</numerusform>
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
            <numerusform>%n Zeitreihe</numerusform>
            <numerusform>%n Zeitreihen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Messwerte</translation>
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
            <numerusform>%n Alarm ausgelöst</numerusform>
            <numerusform>%n Alarme ausgelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) resolved</source>
        <translation>
            <numerusform>%n Alarm behoben</numerusform>
            <numerusform>%n Alarme behoben</numerusform>
        </translation>
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
</context>
<context>
    <name>sightglass::RampLegend</name>
    <message>
        <source>Colours from 0 to %1</source>
        <translation>Farben von 0 bis %1</translation>
    </message>
</context>
<context>
    <name>sightglass::ReadoutTip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
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
        <source>auto, or the name of a bundled dashboard (auto).</source>
        <translation>auto oder der Name eines mitgelieferten Dashboards (auto).</translation>
    </message>
    <message>
        <source>Size in pixels; without a height, as high as the dashboard (1600x1000).</source>
        <translation>Größe in Pixeln; ohne Höhenangabe so hoch wie das Dashboard (1600x1000).</translation>
    </message>
    <message>
        <source>dark or light (dark).</source>
        <translation>dark (dunkel) oder light (hell) (dark).</translation>
    </message>
    <message>
        <source>The PNG file to write; further targets&apos; get a number.</source>
        <translation>Die zu schreibende PNG-Datei; die Dateien weiterer Ziele erhalten eine Nummer.</translation>
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
        <source>there is no bundled dashboard named %1</source>
        <translation>es gibt kein mitgeliefertes Dashboard namens %1</translation>
    </message>
    <message>
        <source>no file to write: say --out FILE</source>
        <translation>keine Zieldatei: bitte --out FILE angeben</translation>
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
        <source>Host and port, or a complete http or https address.</source>
        <translation>Host und Port oder eine vollständige http- oder https-Adresse.</translation>
    </message>
    <message>
        <source>This is not a usable http or https address.</source>
        <translation>Das ist keine brauchbare http- oder https-Adresse.</translation>
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
            <numerusform>%n Messwert</numerusform>
            <numerusform>%n Messwerte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n übersprungen</numerusform>
            <numerusform>%n übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n verworfen</numerusform>
            <numerusform>%n verworfen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::TimeBar</name>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>Letzte %n Minute</numerusform>
            <numerusform>Letzte %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation>
            <numerusform>Letzte %n Stunde</numerusform>
            <numerusform>Letzte %n Stunden</numerusform>
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
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>sightglass::TimeSeriesPanel</name>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
</context>
<context>
    <name>sightglass::TimeSeriesPlot</name>
    <message>
        <source>No data in this time range</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
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
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
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
            <numerusform>+%n weiterer</numerusform>
            <numerusform>+%n weitere</numerusform>
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
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::WelcomeView</name>
    <message>
        <source>Add a target…</source>
        <translation>Ein Ziel hinzufügen…</translation>
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
        <source>dark, light, or desktop to follow the desktop.</source>
        <translation>dark (dunkel), light (hell) oder desktop (wie die Arbeitsumgebung).</translation>
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
        <source>Endpoints to show this time; without any, the remembered ones.</source>
        <translation>Endpunkte für diesen Aufruf; ohne Angabe die gemerkten.</translation>
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
</context>
<context>
    <name>sightglass::demo::DemoService</name>
    <message>
        <source>Cannot listen on %1, port %2: %3</source>
        <translation>An %1, Port %2, lässt sich nicht lauschen: %3</translation>
    </message>
    <message>
        <source>Cannot make the state folder %1</source>
        <translation>Der Zustandsordner %1 lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Another demo uses the state folder %1; choose one with --state-dir</source>
        <translation>Eine andere Demo verwendet den Zustandsordner %1; mit --state-dir lässt sich ein anderer wählen</translation>
    </message>
    <message>
        <source>There will be no metrics: %1</source>
        <translation>Es wird keine Metriken geben: %1</translation>
    </message>
    <message>
        <source>There is no free port on 127.0.0.1 for the services that actions talk to</source>
        <translation>Auf 127.0.0.1 ist kein Port frei für die Dienste, mit denen die Aktionen sprechen</translation>
    </message>
    <message>
        <source>Beginning anew, the checkpoint was set aside: %1</source>
        <translation>Neubeginn, der bisherige Prüfpunkt wurde beiseitegelegt: %1</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>%1 lässt sich nicht schreiben</translation>
    </message>
</context>
</TS>
