// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartscene.h"

#include <QImage>

#include <vector>

namespace sightglass::test {

inline constexpr TimestampMs sceneNow = 1'763'733'600'000;
inline constexpr QRgb sceneBackground = 0xff101010;
inline constexpr QRgb sceneColor = 0xffff8000;

/// A scene with its samples; values lie between 0 and 100.
struct PlainScene
{
    std::vector<std::vector<Sample>> lines;
    ChartScene scene;
};

/// Values that depend on their time alone, so that answers of different ranges agree; with missing samples
/// and NaN.
[[nodiscard]] std::vector<Sample> noise(TimeRange range, std::int64_t stepMs, unsigned seed);
/// The same value at each step.
[[nodiscard]] std::vector<Sample> level(TimeRange range, std::int64_t stepMs, double value);
[[nodiscard]] PlainScene plainScene(TimeRange range, std::vector<std::vector<Sample>> lines,
                                    QSize size = {300, 100});
/// The whole scene, drawn at once.
[[nodiscard]] QImage drawn(const ChartScene &scene);
/// Whether a column shows nothing but the background.
[[nodiscard]] bool blankColumn(const QImage &image, int x);
/// The pixels of a row that are not background.
[[nodiscard]] int inkInRow(const QImage &image, int y);

} // namespace sightglass::test
