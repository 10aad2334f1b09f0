// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/transform/transformation.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace sightglass::test {

/// Frames as the case files write them: a line "frame REFID | name", a line of columns, a line for each row.
/// A column is name:type, then {label=value, …}, then ^legend, then >display name, each where there is one;
/// types are time, number, text, boolean and other. Cells stand between |; null is null, "" an empty text,
/// and in columns of numbers what is no number is a text.
[[nodiscard]] std::vector<Frame> framesFromText(const QByteArray &text);
[[nodiscard]] QByteArray textOfFrames(const std::vector<Frame> &frames);

/// One case of a file: "=== name", then a line "--- {…}" for each transformation, then "in", frames, "out",
/// frames and, where there are some, "notes" with a line for each.
struct TransformCase
{
    QByteArray name;
    std::vector<TransformationSpec> specs;
    QByteArray input;
    QByteArray output;
    QByteArray notes;
};
[[nodiscard]] std::vector<TransformCase> casesFromText(const QByteArray &text);

/// A transformation as dashboards write it: {"id": …, "options": …, "disabled": …, "filter": …, "topic": …}.
[[nodiscard]] TransformationSpec specFromJson(const std::string &json);

} // namespace sightglass::test
