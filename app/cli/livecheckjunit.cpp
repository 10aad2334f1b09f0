// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/livecheckoutcome.h"
#include "model/presentation/displaytext.h"
#include "parser/base/numbertext.h"

#include <QStringList>
#include <QXmlStreamWriter>

#include <algorithm>

namespace sightglass {

namespace {

constexpr qsizetype longestText = 4000;

/// What XML 1.0 can hold: displayText() shows control characters as their pictures; what is left are code
/// points that are no characters.
QString xmlText(const QString &text)
{
    QString safe = displayText(text, longestText);
    for (QChar &c : safe) {
        const ushort code = c.unicode();
        if ((code < 0x20 && code != '\n' && code != '\t') || code == 0xfffe || code == 0xffff)
            c = QChar::ReplacementCharacter;
    }
    // A half of a pair is no character either.
    return QString::fromUtf8(safe.toUtf8());
}

QString xmlText(std::string_view text)
{
    return xmlText(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

QString seconds(double value)
{
    return QString::number(value, 'f', 3);
}

QString alertText(const CheckedAlert &alert)
{
    QStringList lines;
    lines << xmlText(alert.labels.toString()) +
                 QStringLiteral(" = %1").arg(QString::fromStdString(formatFloat(alert.value)));
    for (const Label &annotation : alert.annotations)
        lines << QStringLiteral("  ") + xmlText(annotation.name) + QStringLiteral(": ") +
                     xmlText(annotation.value);
    return lines.join(u'\n');
}

/// A <testcase> with what went wrong in it.
struct Case
{
    QString className;
    QString name;
    double time = 0;
    QString failure = {}; ///< its message; empty: none
    QString error = {};   ///< the same
    QString skipped = {}; ///< the same
    QString details = {};
};

Case caseOf(const CheckedTarget &target)
{
    Case made{QStringLiteral("targets"), xmlText(target.url), 0};
    if (!target.answered)
        made.error =
            QStringLiteral("never answered: ") +
            (target.error ? xmlText(plainText(*target.error)) : QStringLiteral("no scrape was completed"));
    else if (target.wasAway())
        made.error = (target.error ? QStringLiteral("down at the end, missed ") : QStringLiteral("missed ")) +
                     QStringLiteral("%1 of %2 scrapes").arg(target.failures).arg(target.scrapes) +
                     (target.error ? QStringLiteral(": ") + xmlText(plainText(*target.error)) : QString());
    return made;
}

Case caseOf(const CheckedFile &file)
{
    Case made{QStringLiteral("files"), xmlText(file.file)};
    made.error = xmlText(file.problem);
    return made;
}

/// `isBlind`: nobody had anything to look at, which a report must not pass over.
Case caseOf(const CheckedRule &rule, Severity failOn, bool isBlind)
{
    Case made{xmlText(rule.status.group), xmlText(rule.status.rule->name), rule.status.evaluationSeconds};
    if (rule.error)
        made.error = xmlText(plainText(*rule.error));
    else if (!rule.status.lastEvaluation)
        made.error = QStringLiteral("never evaluated");
    else if (rule.blind)
        (isBlind ? made.error : made.skipped) =
            QStringLiteral("there is no series of ") + xmlText(*rule.blind);
    QStringList fired;
    QStringList others;
    for (const CheckedAlert &alert : rule.alerts) {
        const bool counts = alert.worst == AlertState::Firing && severityOf(alert.labels) >= failOn;
        (counts ? fired : others) << alertText(alert);
    }
    if (!fired.isEmpty())
        made.failure = fired.size() == 1 ? QStringLiteral("1 alert fired")
                                         : QStringLiteral("%1 alerts fired").arg(fired.size());
    if (!others.isEmpty())
        others.prepend(QStringLiteral("pending, or below the severity that fails:"));
    made.details = (fired + others).join(u'\n');
    return made;
}

void write(QXmlStreamWriter &xml, const Case &one)
{
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"), one.className);
    xml.writeAttribute(QStringLiteral("name"), one.name);
    xml.writeAttribute(QStringLiteral("time"), seconds(one.time));
    // JUnit's schema has one verdict per case, the graver one.
    const bool isError = !one.error.isEmpty();
    if (isError || !one.failure.isEmpty()) {
        xml.writeStartElement(isError ? QStringLiteral("error") : QStringLiteral("failure"));
        xml.writeAttribute(QStringLiteral("message"), isError ? one.error : one.failure);
        xml.writeAttribute(QStringLiteral("type"),
                           isError ? QStringLiteral("error") : QStringLiteral("alert"));
        xml.writeCharacters(one.details);
        xml.writeEndElement();
    } else if (!one.skipped.isEmpty()) {
        xml.writeEmptyElement(QStringLiteral("skipped"));
        xml.writeAttribute(QStringLiteral("message"), one.skipped);
    } else if (!one.details.isEmpty()) {
        xml.writeTextElement(QStringLiteral("system-out"), one.details);
    }
    xml.writeEndElement();
}

struct Figures
{
    qsizetype tests = 0;
    qsizetype failures = 0;
    qsizetype errors = 0;
    qsizetype skipped = 0;
    double time = 0;
};

Figures figuresOf(const QList<Case> &cases)
{
    Figures figures;
    for (const Case &one : cases) {
        ++figures.tests;
        figures.errors += one.error.isEmpty() ? 0 : 1;
        figures.failures += one.error.isEmpty() && !one.failure.isEmpty() ? 1 : 0;
        figures.skipped += one.error.isEmpty() && one.failure.isEmpty() && !one.skipped.isEmpty() ? 1 : 0;
        figures.time += one.time;
    }
    return figures;
}

void writeFigures(QXmlStreamWriter &xml, const Figures &figures)
{
    xml.writeAttribute(QStringLiteral("tests"), QString::number(figures.tests));
    xml.writeAttribute(QStringLiteral("failures"), QString::number(figures.failures));
    xml.writeAttribute(QStringLiteral("errors"), QString::number(figures.errors));
    xml.writeAttribute(QStringLiteral("skipped"), QString::number(figures.skipped));
    xml.writeAttribute(QStringLiteral("time"), seconds(figures.time));
}

void writeSuite(QXmlStreamWriter &xml, const QString &name, const QList<Case> &cases)
{
    xml.writeStartElement(QStringLiteral("testsuite"));
    xml.writeAttribute(QStringLiteral("name"), name);
    writeFigures(xml, figuresOf(cases));
    for (const Case &one : cases)
        write(xml, one);
    xml.writeEndElement();
}

} // namespace

QByteArray checkJunit(const LiveCheckOutcome &outcome, Severity failOn)
{
    QList<std::pair<QString, QList<Case>>> suites;
    suites.append({QStringLiteral("targets"), {}});
    for (const CheckedTarget &target : outcome.targets)
        suites.last().second << caseOf(target);
    // What could not be told has a case of its own where no other one says it.
    Case whole{QStringLiteral("targets"), QStringLiteral("the whole check")};
    if (outcome.interrupted)
        whole.error = QStringLiteral("interrupted after %1 s").arg(seconds(outcome.seconds));
    else if (outcome.files.empty() && outcome.targets.empty())
        whole.error = QStringLiteral("there was no target");
    else if (outcome.files.empty() && outcome.isBlind())
        whole.error = QStringLiteral("no alerting rule had anything to look at");
    if (!whole.error.isEmpty())
        suites.last().second << whole;
    if (!outcome.files.empty())
        suites.append({QStringLiteral("files"), {}});
    for (const CheckedFile &file : outcome.files)
        suites.last().second << caseOf(file);
    const bool isBlind = outcome.isBlind();
    const RuleStatus *before = nullptr;
    for (const CheckedRule &rule : outcome.rules) {
        const bool sameGroup =
            before != nullptr && before->group == rule.status.group && before->file == rule.status.file;
        if (!sameGroup)
            suites.append(
                {xmlText(rule.status.file) + QStringLiteral(": ") + xmlText(rule.status.group), {}});
        suites.last().second << caseOf(rule, failOn, isBlind);
        before = &rule.status;
    }
    QList<Case> all;
    for (const auto &[name, cases] : suites)
        all += cases;
    Figures figures = figuresOf(all);
    figures.time = outcome.seconds;
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuites"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("sightglass check"));
    writeFigures(xml, figures);
    for (const auto &[name, cases] : suites)
        writeSuite(xml, name, cases);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace sightglass
