<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>OptionsReader</name>
    <message>
        <source>A demo service with metrics: an event observer that really works, disturbed as you like.
While it runs, switch with: curl -X POST &apos;http://127.0.0.1:9464/scenario?name=incident&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where /metrics and the health pages are served; port 0 takes a free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address:port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of the metrics: fraiseql or plain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>naming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens: steady, burst, slow-actions, cache-thrash, dead-letters or incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time before the first incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of an incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time between two incidents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for checkpoints; by default one in the user&apos;s cache folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the random numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the instrumentation off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper bounds of the histograms, in the unit of their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of observations that reach the histograms, 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the metrics are also written to metrics.prom in the state folder; 0 for never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--listen wants address:port, e.g. 127.0.0.1:9464 or [::1]:0, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scenario &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--naming is fraiseql or plain, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--buckets wants ascending numbers, e.g. 0.001,0.01,0.1, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--sample-rate wants a number from 0 to 1, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--seed wants a whole number, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 wants seconds from 0 to 86400, not &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verb</name>
    <message>
        <source>scrape for a while and write a picture of the dashboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>parse error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query processing would load too many samples into memory in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query timed out in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query was canceled in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of order sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate sample for timestamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a usable URL: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection refused by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host not found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no complete answer within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server returned HTTP status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped after %1 redirects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a metrics page: the answer has content type &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>body size limit exceeded (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compressed answer is damaged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample limit exceeded (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not supported: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>metrics at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try sightglass-demo --help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::AlertHistoryModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer pending</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::AlertPane</name>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule is watched: rules come with the dashboards of known systems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No alert. %n rule(s) are watched.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts: %1 firing, %2 pending</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::AlertTableModel</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>firing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::BarGaugePanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::Calculation</name>
    <message>
        <source>last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::HeatmapPanel</name>
    <message>
        <source>Heatmap: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::HeatmapPlot</name>
    <message>
        <source>No series with an le label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data in this time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a lower to an upper bound</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::InstantTableModel</name>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::LegendView</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::MainWindow</name>
    <message>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add target…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Sightglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Sightglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sightglass %1
A window straight into services&apos; metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours as the &amp;desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point Sightglass at a metrics endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its dashboard appears by itself after the first scrape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first scrape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No target answers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n target(s) up</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 firing, %2 pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 series, %2 samples, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::Notification</name>
    <message>
        <source>Resolved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resolved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::PanelFrame</name>
    <message>
        <source>Panel: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for data…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::PanelTitle</name>
    <message>
        <source>Alert firing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::RampLegend</name>
    <message>
        <source>Colours from 0 to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::ReadoutTip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::SnapshotCommand</name>
    <message>
        <source>Scrapes the targets for a while and writes a picture of each one&apos;s dashboard. Needs no display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An endpoint to scrape; may be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to scrape first, e.g. 20s or 2m (20s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto, or the name of a bundled dashboard (auto).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size in pixels; without a height, as high as the dashboard (1600x1000).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark or light (dark).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PNG file to write; further targets&apos; get a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More endpoints to scrape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a usable address: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no target: say --target URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a duration: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a size: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a theme: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no bundled dashboard named %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file to write: say --out FILE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::SnapshotJob</name>
    <message>
        <source>there is nothing to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no scrape was completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot write %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::TablePanel</name>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::TargetDialog</name>
    <message>
        <source>Add target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host and port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the interval, at most 10 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name (job)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrape &amp;every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The timeout cannot be longer than the scrape interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrapes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host and port, or a complete http or https address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a usable http or https address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::TargetPane</name>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a target (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::TargetTableModel</name>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last scrape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the first scrape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::TimeBar</name>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the panels moving; scraping goes on (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the time shown before (Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::TimeSeriesPanel</name>
    <message>
        <source>Chart: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::TimeSeriesPlot</name>
    <message>
        <source>No data in this time range</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::ValueView</name>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::WelcomeView</name>
    <message>
        <source>Add a target…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::WindowCommand</name>
    <message>
        <source>A window straight into services&apos; metrics: scrapes the endpoints itself, keeps their history, draws dashboards and raises alerts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verbs (each has its own --help):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep settings in this file instead of the user&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark, light, or desktop to follow the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Render the window off-screen, write a picture of every page into this folder, and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --render-to: how long to scrape first (30s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how many milliseconds it took from the start of the process to the window&apos;s first frame, and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints to show this time; without any, the remembered ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not every page could be rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first frame after %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this system does not tell when a process began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither a verb nor a usable address: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a duration: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a theme: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sightglass::demo::DemoService</name>
    <message>
        <source>Cannot listen on %1, port %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot make the state folder %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another demo uses the state folder %1; choose one with --state-dir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There will be no metrics: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no free port on 127.0.0.1 for the services that actions talk to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning anew, the checkpoint was set aside: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
