// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/pagefindingtext.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/filledtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace sightglass {

namespace {

constexpr std::size_t excerptBytes = 60; ///< before and behind the place

QString translated(std::string_view text, const PageFinding &finding)
{
    std::vector<std::string> arguments = finding.arguments;
    if (const std::size_t word = finding.rule->wordArgument; word > 0 && word <= arguments.size())
        arguments[word - 1] = findingWordText(arguments[word - 1]).toStdString();
    // rulestrings.h lists the rules' texts for lupdate.
    return filledText(QCoreApplication::translate("doctor", std::string(text).c_str()), arguments);
}

QString fromLatin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

QString findingWordText(std::string_view word)
{
    return QCoreApplication::translate("doctor", std::string(word).c_str());
}

QString pageFindingText(const PageFinding &finding)
{
    return translated(finding.rule->message, finding);
}

QString pageFindingConsequence(const PageFinding &finding)
{
    return translated(finding.rule->consequence, finding);
}

QString pageFindingRemedy(const PageFinding &finding)
{
    return translated(finding.rule->remedy, finding);
}

QString severityText(DiagnosticSeverity severity)
{
    switch (severity) {
    case DiagnosticSeverity::Rejected:
        return QCoreApplication::translate("doctor", "rejected");
    case DiagnosticSeverity::Wrong:
        return QCoreApplication::translate("doctor", "wrong");
    case DiagnosticSeverity::Advice:
        break;
    }
    return QCoreApplication::translate("doctor", "advice");
}

QString pagePlaceText(const PageFinding &finding)
{
    if (finding.position.line == 0)
        return {};
    return QStringLiteral("%1:%2").arg(finding.position.line).arg(finding.position.column);
}

QString pageFindingExcerpt(const PageFinding &finding, std::string_view body)
{
    const FindingLine line = lineOf(finding, body, excerptBytes);
    if (finding.position.line == 0)
        return {};
    const QString before = (line.cutBefore ? QStringLiteral("…") : QString()) +
                           displayText(line.text.substr(0, line.offset), 1000);
    const QString offending = displayText(line.text.substr(line.offset, line.length), 1000);
    const QString behind = displayText(line.text.substr(line.offset + line.length), 1000) +
                           (line.cutBehind ? QStringLiteral("…") : QString());
    return before + offending + behind + u'\n' + QString(before.size(), u' ') + u'^' +
           QString(std::max<qsizetype>(offending.size() - 1, 0), u'~');
}

QString pageFindingReport(const PageFinding &finding, const QString &source, std::string_view body)
{
    const QString place = pagePlaceText(finding);
    QString report = displayText(source) + (place.isEmpty() ? QString() : u':' + place) +
                     QStringLiteral(": ") + severityText(finding.severity()) + QStringLiteral(": ") +
                     pageFindingText(finding) + QStringLiteral(" [") + fromLatin(finding.rule->id) +
                     QStringLiteral("]\n");
    const QString excerpt = pageFindingExcerpt(finding, body);
    if (!excerpt.isEmpty())
        report += QStringLiteral("  ") + QString(excerpt).replace(u'\n', QStringLiteral("\n  ")) + u'\n';
    report += QStringLiteral("  = ") + pageFindingConsequence(finding) + u'\n';
    return report + QStringLiteral("  > ") + pageFindingRemedy(finding) + u'\n';
}

} // namespace sightglass
