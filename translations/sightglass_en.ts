<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>sightglass::AlertPane</name>
    <message numerus="yes">
        <source>No alert. %n rule(s) are watched.</source>
        <translation>
            <numerusform>No alert. %n rule is watched.</numerusform>
            <numerusform>No alert. %n rules are watched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::CardinalityModel</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::CompletionChoices</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ConfigReport</name>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) not honoured</source>
        <translation>
            <numerusform>%n field not honoured</numerusform>
            <numerusform>%n fields not honoured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule file(s)</source>
        <translation>
            <numerusform>%n rule file</numerusform>
            <numerusform>%n rule files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::DoctorSummary</name>
    <message numerus="yes">
        <source>The shortest and the longest of the last %n scrape(s)</source>
        <translation>
            <numerusform>The shortest and the longest of the last %n scrape</numerusform>
            <numerusform>The shortest and the longest of the last %n scrapes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ExemplarLayer</name>
    <message numerus="yes">
        <source>%n exemplar(s)</source>
        <translation>
            <numerusform>%n exemplar</numerusform>
            <numerusform>%n exemplars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n exemplar(s)</source>
        <translation>
            <numerusform>%1 of %n exemplar</numerusform>
            <numerusform>%1 of %n exemplars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ExploreView</name>
    <message numerus="yes">
        <source>The first %n row(s) are on the clipboard as CSV; there are more.</source>
        <translation>
            <numerusform>The first row is on the clipboard as CSV; there are more.</numerusform>
            <numerusform>The first %n rows are on the clipboard as CSV; there are more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are on the clipboard as CSV.</source>
        <translation>
            <numerusform>%n row is on the clipboard as CSV.</numerusform>
            <numerusform>%n rows are on the clipboard as CSV.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::InstantTableModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::MainWindow</name>
    <message numerus="yes">
        <source>%1 of %n target(s) up</source>
        <translation>
            <numerusform>%1 of %n target up</numerusform>
            <numerusform>%1 of %n targets up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::MetricBrowser</name>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%n metric</numerusform>
            <numerusform>%n metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::Notification</name>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation>
            <numerusform>%n alert firing</numerusform>
            <numerusform>%n alerts firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) resolved</source>
        <translation>
            <numerusform>%n alert resolved</numerusform>
            <numerusform>%n alerts resolved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::QueryRow</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ReadoutTip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::RelabelPage</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::TargetTableModel</name>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::TestCommand</name>
    <message numerus="yes">
        <source>(%n need(s) a switch)</source>
        <translation>
            <numerusform>(%n needs a switch)</numerusform>
            <numerusform>(%n need a switch)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n eval(s) left out: turn the switches on with --features all</source>
        <translation>
            <numerusform>%n eval left out: turn the switches on with --features all</numerusform>
            <numerusform>%n evals left out: turn the switches on with --features all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::TimeBar</name>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>Last %n minute</numerusform>
            <numerusform>Last %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation>
            <numerusform>Last %n hour</numerusform>
            <numerusform>Last %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sightglass::ValueView</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
