// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelremarks.h"

#include "model/presentation/bucketadvicetext.h"
#include "model/presentation/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

namespace sightglass {

namespace {

constexpr qsizetype mostRemarks = 12;

} // namespace

QStringList panelRemarks(const PanelData &data)
{
    QStringList remarks;
    for (const Annotation &annotation : data.annotations)
        remarks.append(displayText(std::string_view(annotation.text)));
    for (const std::string &note : data.notes)
        remarks.append(displayText(std::string_view(note)));
    for (const BucketAdvice &advice : data.advice)
        remarks.append(displayText(bucketAdviceText(advice)));
    remarks.removeDuplicates();
    const auto more = static_cast<int>(remarks.size() - mostRemarks);
    if (more > 0) {
        remarks.resize(mostRemarks);
        remarks.append(
            QCoreApplication::translate("sightglass::PanelRemarks", "… and %n more", "remarks", more));
    }
    return remarks;
}

QString markedExpression(const PanelSpec &spec, const PanelData &data)
{
    if (!data.error || data.failedQuery >= spec.queries.size())
        return {};
    const std::string_view expr = spec.queries[data.failedQuery].expr;
    const std::size_t begin = std::min(data.error->span.begin, expr.size());
    const std::size_t end = std::clamp(data.error->span.end, begin, expr.size());
    if (begin == end)
        return displayText(expr);
    return displayText(expr.substr(0, begin)) + u'⟪' + displayText(expr.substr(begin, end - begin)) + u'⟫' +
           displayText(expr.substr(end));
}

} // namespace sightglass
