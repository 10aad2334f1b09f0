<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>sightglass::AlertBoard</name>
    <message numerus="yes">
        <source>No alert. %n rule(s) are watched.</source>
        <translation>
            <numerusform>No alert. %Ln rule is watched.</numerusform>
            <numerusform>No alert. %Ln rules are watched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::AlertList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::AlertListPanel</name>
    <message numerus="yes">
        <source>No alert. %n rule(s) are watched.</source>
        <translation>
            <numerusform>No alert. %Ln rule is watched.</numerusform>
            <numerusform>No alert. %Ln rules are watched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%Ln alert</numerusform>
            <numerusform>%Ln alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::AlertPane</name>
    <message numerus="yes">
        <source>No alert. %n rule(s) are watched.</source>
        <translation>
            <numerusform>No alert. %Ln rule is watched.</numerusform>
            <numerusform>No alert. %Ln rules are watched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quiet</source>
        <translation>
            <numerusform>%Ln quiet</numerusform>
            <numerusform>%Ln quiet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::AlertTray</name>
    <message numerus="yes">
        <source>%n firing (%1)</source>
        <translation>
            <numerusform>%Ln firing (%1)</numerusform>
            <numerusform>%Ln firing (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%Ln pending</numerusform>
            <numerusform>%Ln pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firing</source>
        <translation>
            <numerusform>%Ln firing</numerusform>
            <numerusform>%Ln firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quiet</source>
        <translation>
            <numerusform>%Ln quiet</numerusform>
            <numerusform>%Ln quiet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::AnnotationLayer</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <comment>annotations</comment>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::AnnotationSwitches</name>
    <message numerus="yes">
        <source>%n mark(s) in the time shown</source>
        <translation>
            <numerusform>%Ln mark in the time shown</numerusform>
            <numerusform>%Ln marks in the time shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::BarChart</name>
    <message numerus="yes">
        <source>%n more categories are not drawn</source>
        <translation>
            <numerusform>%Ln more category is not drawn</numerusform>
            <numerusform>%Ln more categories are not drawn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::BarChartPanel</name>
    <message numerus="yes">
        <source>%n categories</source>
        <translation>
            <numerusform>%Ln category</numerusform>
            <numerusform>%Ln categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::CardinalityModel</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::CompletionChoices</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%Ln series</numerusform>
            <numerusform>%Ln series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ConfigReport</name>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%Ln target</numerusform>
            <numerusform>%Ln targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%Ln dropped</numerusform>
            <numerusform>%Ln dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) not honoured</source>
        <translation>
            <numerusform>%Ln field not honoured</numerusform>
            <numerusform>%Ln fields not honoured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule file(s)</source>
        <translation>
            <numerusform>%Ln rule file</numerusform>
            <numerusform>%Ln rule files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them broken</source>
        <translation>
            <numerusform>%Ln of them broken</numerusform>
            <numerusform>%Ln of them broken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%Ln rule</numerusform>
            <numerusform>%Ln rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::DashboardList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::DoctorSummary</name>
    <message numerus="yes">
        <source>The shortest and the longest of the last %n scrape(s)</source>
        <translation>
            <numerusform>The shortest and the longest of the last %Ln scrape</numerusform>
            <numerusform>The shortest and the longest of the last %Ln scrapes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ExemplarLayer</name>
    <message numerus="yes">
        <source>%n exemplar(s)</source>
        <translation>
            <numerusform>%Ln exemplar</numerusform>
            <numerusform>%Ln exemplars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n exemplar(s)</source>
        <translation>
            <numerusform>%1 of %Ln exemplar</numerusform>
            <numerusform>%1 of %Ln exemplars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ExploreView</name>
    <message numerus="yes">
        <source>The first %n row(s) are on the clipboard as CSV; there are more.</source>
        <translation>
            <numerusform>The first row is on the clipboard as CSV; there are more.</numerusform>
            <numerusform>The first %Ln rows are on the clipboard as CSV; there are more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are on the clipboard as CSV.</source>
        <translation>
            <numerusform>%Ln row is on the clipboard as CSV.</numerusform>
            <numerusform>%Ln rows are on the clipboard as CSV.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ExportCommand</name>
    <message numerus="yes">
        <source>%n native histograms are left out: only protobuf has them</source>
        <translation>
            <numerusform>%Ln native histogram is left out: only protobuf has them</numerusform>
            <numerusform>%Ln native histograms are left out: only protobuf has them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counters or info metrics are written as unknown: OpenMetrics would add _total or _info to their names; --format text keeps both</source>
        <translation>
            <numerusform>%Ln counter or info metric is written as unknown: OpenMetrics would add _total or _info to its name; --format text keeps both</numerusform>
            <numerusform>%Ln counters or info metrics are written as unknown: OpenMetrics would add _total or _info to their names; --format text keeps both</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gauge histograms are written without their type: the text format has no such type</source>
        <translation>
            <numerusform>%Ln gauge histogram is written without its type: the text format has no such type</numerusform>
            <numerusform>%Ln gauge histograms are written without their type: the text format has no such type</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n histograms or summaries are written without their type: some of their series are missing, or their bounds are not written as the format has them (le=&quot;1.0&quot;)</source>
        <translation>
            <numerusform>%Ln histogram or summary is written without its type: some of its series are missing, or its bounds are not written as the format has them (le=&quot;1.0&quot;)</numerusform>
            <numerusform>%Ln histograms or summaries are written without their type: some of their series are missing, or their bounds are not written as the format has them (le=&quot;1.0&quot;)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families are described differently by their targets: each is written as the target of its first series describes it</source>
        <translation>
            <numerusform>%Ln family is described differently by its targets: it is written as the target of its first series describes it</numerusform>
            <numerusform>%Ln families are described differently by their targets: each is written as the target of its first series describes it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gauge histograms are read back with _count and _sum for _gcount and _gsum: protobuf names no parts; --format openmetrics keeps the names</source>
        <translation>
            <numerusform>%Ln gauge histogram is read back with _count and _sum for _gcount and _gsum: protobuf names no parts; --format openmetrics keeps the names</numerusform>
            <numerusform>%Ln gauge histograms are read back with _count and _sum for _gcount and _gsum: protobuf names no parts; --format openmetrics keeps the names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metrics have the name of another one once they are escaped: no reader can tell them apart; --escaping values keeps names apart</source>
        <translation>
            <numerusform>%Ln metric has the name of another one once it is escaped: no reader can tell them apart; --escaping values keeps names apart</numerusform>
            <numerusform>%Ln metrics have the name of another one once they are escaped: no reader can tell them apart; --escaping values keeps names apart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metrics have quoted names: Prometheus 3 reads them, but not every reader of the format, and OpenMetrics 1.0.0 does not know them; --escaping underscores writes plain ones</source>
        <translation>
            <numerusform>%Ln metric has a quoted name: Prometheus 3 reads it, but not every reader of the format, and OpenMetrics 1.0.0 does not know it; --escaping underscores writes plain ones</numerusform>
            <numerusform>%Ln metrics have quoted names: Prometheus 3 reads them, but not every reader of the format, and OpenMetrics 1.0.0 does not know them; --escaping underscores writes plain ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ImportReportCommand</name>
    <message numerus="yes">
        <source>%n dashboard(s)</source>
        <translation>
            <numerusform>%Ln dashboard</numerusform>
            <numerusform>%Ln dashboards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::InstantTableModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::LegendView</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <comment>items of a legend that an export leaves out</comment>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::LiveCheck</name>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%Ln target</numerusform>
            <numerusform>%Ln targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%Ln rule</numerusform>
            <numerusform>%Ln rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) fired</source>
        <translation>
            <numerusform>%Ln alert fired</numerusform>
            <numerusform>%Ln alerts fired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%Ln pending</numerusform>
            <numerusform>%Ln pending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::LossBar</name>
    <message numerus="yes">
        <source>%n thing(s) of this dashboard cannot be shown as they were meant</source>
        <translation>
            <numerusform>%Ln thing of this dashboard cannot be shown as it was meant</numerusform>
            <numerusform>%Ln things of this dashboard cannot be shown as they were meant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n panel(s) concerned</source>
        <translation>
            <numerusform>%Ln panel concerned</numerusform>
            <numerusform>%Ln panels concerned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::MainWindow</name>
    <message numerus="yes">
        <source>%1 of %n target(s) up</source>
        <translation>
            <numerusform>%1 of %Ln target up</numerusform>
            <numerusform>%1 of %Ln targets up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%Ln series</numerusform>
            <numerusform>%Ln series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quiet</source>
        <translation>
            <numerusform>%Ln quiet</numerusform>
            <numerusform>%Ln quiet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::MetricBrowser</name>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%Ln metric</numerusform>
            <numerusform>%Ln metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::Notification</name>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation>
            <numerusform>%Ln alert firing</numerusform>
            <numerusform>%Ln alerts firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) resolved</source>
        <translation>
            <numerusform>%Ln alert resolved</numerusform>
            <numerusform>%Ln alerts resolved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::OptionControl</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::OptionPopup</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::PanelRemarks</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <comment>remarks</comment>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::PiePanel</name>
    <message numerus="yes">
        <source>%n negative</source>
        <translation>
            <numerusform>%Ln negative</numerusform>
            <numerusform>%Ln negative</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at zero</source>
        <translation>
            <numerusform>%Ln at zero</numerusform>
            <numerusform>%Ln at zero</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n infinite</source>
        <translation>
            <numerusform>%Ln infinite</numerusform>
            <numerusform>%Ln infinite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a value</source>
        <translation>
            <numerusform>%Ln without a value</numerusform>
            <numerusform>%Ln without a value</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too small to be seen are one slice: %1</source>
        <translation>
            <numerusform>%Ln too small to be seen is one slice: %1</numerusform>
            <numerusform>%Ln too small to be seen are one slice: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::PlotTexts</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::QueryRow</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%Ln series</numerusform>
            <numerusform>%Ln series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ReadoutTip</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::RelabelPage</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%Ln rule</numerusform>
            <numerusform>%Ln rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::RowHeading</name>
    <message numerus="yes">
        <source>%n panel(s)</source>
        <translation>
            <numerusform>%Ln panel</numerusform>
            <numerusform>%Ln panels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::RowList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::RuleCheckOutput</name>
    <message numerus="yes">
        <source>one of %n equal rules</source>
        <translation>
            <numerusform>one of %Ln equal rules</numerusform>
            <numerusform>one of %Ln equal rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::RuleDiagnosis</name>
    <message numerus="yes">
        <source>It does not fire: the condition holds for none of %n label set(s).</source>
        <translation>
            <numerusform>It does not fire: the condition does not hold for %Ln label set.</numerusform>
            <numerusform>It does not fire: the condition holds for none of %Ln label sets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It does not fire yet: %n alert(s) are pending for less than %1.</source>
        <translation>
            <numerusform>It does not fire yet: %Ln alert is pending for less than %1.</numerusform>
            <numerusform>It does not fire yet: %Ln alerts are pending for less than %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It fires: %n alert(s).</source>
        <translation>
            <numerusform>It fires: %Ln alert.</numerusform>
            <numerusform>It fires: %Ln alerts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label set(s) had no value at some of the last evaluations, such as %1. A single evaluation without it makes “for” begin anew.</source>
        <translation>
            <numerusform>%Ln label set had no value at some of the last evaluations: %1. A single evaluation without it makes “for” begin anew.</numerusform>
            <numerusform>%Ln label sets had no value at some of the last evaluations, such as %1. A single evaluation without it makes “for” begin anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The condition of %n label set(s) held and did not hold by turns, such as %1. “for” begins anew each time; an average over a while would be steadier.</source>
        <translation>
            <numerusform>The condition of %Ln label set held and did not hold by turns: %1. “for” begins anew each time; an average over a while would be steadier.</numerusform>
            <numerusform>The condition of %Ln label sets held and did not hold by turns, such as %1. “for” begins anew each time; an average over a while would be steadier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would have fired %n time(s), for %1 in all.</source>
        <translation>
            <numerusform>It would have fired %Ln time, for %1 in all.</numerusform>
            <numerusform>It would have fired %Ln times, for %1 in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pending without firing: %n time(s).</source>
        <translation>
            <numerusform>Pending without firing: %Ln time.</numerusform>
            <numerusform>Pending without firing: %Ln times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It fires: %n alert(s); the first %1 are shown.</source>
        <translation>
            <numerusform>It fires: %Ln alert; the first %1 are shown.</numerusform>
            <numerusform>It fires: %Ln alerts; the first %1 are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ScrapeRun</name>
    <message numerus="yes">
        <source>%n samples of the last scrape were dropped, as Prometheus does: their timestamps are out of bounds, more than 10 minutes ahead or an hour old</source>
        <translation>
            <numerusform>%Ln sample of the last scrape was dropped, as Prometheus does: its timestamp is out of bounds, more than 10 minutes ahead or an hour old</numerusform>
            <numerusform>%Ln samples of the last scrape were dropped, as Prometheus does: their timestamps are out of bounds, more than 10 minutes ahead or an hour old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::SeriesReadout</name>
    <message numerus="yes">
        <source>%n series without a sample here</source>
        <translation>
            <numerusform>%Ln series without a sample here</numerusform>
            <numerusform>%Ln series without a sample here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::SurfaceCommand</name>
    <message numerus="yes">
        <source>, %n ignored</source>
        <translation>
            <numerusform>, %Ln ignored</numerusform>
            <numerusform>, %Ln ignored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s), nothing has drifted</source>
        <translation>
            <numerusform>%Ln metric, nothing has drifted</numerusform>
            <numerusform>%Ln metrics, nothing has drifted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since %1</source>
        <translation>
            <numerusform>%Ln change since %1</numerusform>
            <numerusform>%Ln changes since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s) in %1</source>
        <translation>
            <numerusform>%Ln metric in %1</numerusform>
            <numerusform>%Ln metrics in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::TargetPane</name>
    <message numerus="yes">
        <source>%n command(s) of this settings file not run</source>
        <translation>
            <numerusform>%Ln command of this settings file not run</numerusform>
            <numerusform>%Ln commands of this settings file not run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::TargetTableModel</name>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%Ln sample</numerusform>
            <numerusform>%Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%Ln skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%Ln dropped</numerusform>
            <numerusform>%Ln dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped: timestamp out of bounds</source>
        <translation>
            <numerusform>%Ln dropped: timestamp out of bounds</numerusform>
            <numerusform>%Ln dropped: timestamp out of bounds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::TestCommand</name>
    <message numerus="yes">
        <source>(%n need(s) a switch)</source>
        <translation>
            <numerusform>(%Ln needs a switch)</numerusform>
            <numerusform>(%Ln need a switch)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n eval(s) left out: turn the switches on with --features all</source>
        <translation>
            <numerusform>%Ln eval left out: turn the switches on with --features all</numerusform>
            <numerusform>%Ln evals left out: turn the switches on with --features all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::TimeBar</name>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>Last %Ln minute</numerusform>
            <numerusform>Last %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation>
            <numerusform>Last %Ln hour</numerusform>
            <numerusform>Last %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %Ln day</numerusform>
            <numerusform>Last %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ValueView</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%Ln more</numerusform>
            <numerusform>+%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::VariablePreview</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::WhyPane</name>
    <message numerus="yes">
        <source>%n evaluation(s) missed</source>
        <translation>
            <numerusform>%Ln evaluation missed</numerusform>
            <numerusform>%Ln evaluations missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing moved: none of %n series changed notably in the %2 from %1 on against the %3 before.</source>
        <translation>
            <numerusform>Nothing moved: the %Ln series did not change notably in the %2 from %1 on against the %3 before.</numerusform>
            <numerusform>Nothing moved: none of %Ln series changed notably in the %2 from %1 on against the %3 before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n series, those that changed most in the %2 from %1 on against the %3 before</source>
        <translation>
            <numerusform>Of %Ln series, those that changed most in the %2 from %1 on against the %3 before</numerusform>
            <numerusform>Of %Ln series, those that changed most in the %2 from %1 on against the %3 before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::WindowAlerts</name>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation>
            <numerusform>%Ln alert firing</numerusform>
            <numerusform>%Ln alerts firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) resolved</source>
        <translation>
            <numerusform>%Ln alert resolved</numerusform>
            <numerusform>%Ln alerts resolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
</TS>
