// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/findingtext.h"

#include "model/presentation/filledtext.h"

#include <QCoreApplication>

namespace sightglass {

namespace {

constexpr qsizetype longestArgument = 160; // one of several in a sentence

constexpr const char *typeNames[] = {
    "",
    QT_TRANSLATE_NOOP("metrics", "counter"),
    QT_TRANSLATE_NOOP("metrics", "gauge"),
    QT_TRANSLATE_NOOP("metrics", "histogram"),
    QT_TRANSLATE_NOOP("metrics", "gauge histogram"),
    QT_TRANSLATE_NOOP("metrics", "summary"),
    QT_TRANSLATE_NOOP("metrics", "info"),
    QT_TRANSLATE_NOOP("metrics", "state set"),
};

} // namespace

QString findingDisplayText(const Finding &finding)
{
    const bool isWhole = finding.kind == FindingKind::EvaluationError;
    return filledText(QCoreApplication::translate("findings", findingTemplate(finding.kind)),
                      finding.arguments, isWhole ? longestEngineText : longestArgument);
}

QString wordDocText(const char *text)
{
    return QCoreApplication::translate("promql", text);
}

QString valueTypeDisplayText(promql::ValueType type)
{
    return QCoreApplication::translate("promql", valueTypeText(type));
}

QString elapsedText(double milliseconds)
{
    if (milliseconds < 1)
        return QCoreApplication::translate("metrics", "%1 µs").arg(milliseconds * 1000, 0, 'f', 0);
    return QCoreApplication::translate("metrics", "%1 ms")
        .arg(milliseconds, 0, 'f', milliseconds < 10 ? 1 : 0);
}

QString metricTypeText(MetricType type)
{
    const char *name = typeNames[static_cast<std::size_t>(type)];
    return *name == '\0' ? QString() : QCoreApplication::translate("metrics", name);
}

} // namespace sightglass
