// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/chart/plainscenes.h"

#include "widgets/chart/columnlayer.h"
#include "widgets/chart/columnraster.h"

#include <cmath>
#include <random>

namespace sightglass::test {

std::vector<Sample> noise(TimeRange range, std::int64_t stepMs, unsigned seed)
{
    std::vector<Sample> samples;
    for (TimestampMs t = range.from - range.from % stepMs; t <= range.to; t += stepMs) {
        std::mt19937 random(seed + static_cast<unsigned>(t / stepMs));
        random.discard(3);
        if (random() % 50 == 0)
            continue;
        samples.push_back({t, random() % 90 == 0 ? std::nan("") : static_cast<double>(random() % 1000) / 10});
    }
    return samples;
}

std::vector<Sample> level(TimeRange range, std::int64_t stepMs, double value)
{
    std::vector<Sample> samples;
    for (TimestampMs t = range.from; t <= range.to; t += stepMs)
        samples.push_back({t, value});
    return samples;
}

PlainScene plainScene(TimeRange range, std::vector<std::vector<Sample>> lines, QSize size)
{
    PlainScene plain{std::move(lines), {}};
    plain.scene.grid = ColumnGrid::covering(range, size.width());
    plain.scene.scale = {0, 100, size.height()};
    plain.scene.background = sceneBackground;
    for (const auto &line : plain.lines)
        plain.scene.series.push_back({line, {}, sceneColor, 0});
    return plain;
}

QImage drawn(const ChartScene &scene)
{
    ColumnLayer layer;
    layer.update(scene.grid, scene.scale.height, {},
                 [&scene](ColumnRange range, QImage &ring) { rasterColumns(scene, range, ring); });
    return layer.image();
}

bool blankColumn(const QImage &image, int x)
{
    for (int y = 0; y < image.height(); ++y) {
        if (image.pixel(x, y) != sceneBackground)
            return false;
    }
    return true;
}

int inkInRow(const QImage &image, int y)
{
    int ink = 0;
    for (int x = 0; x < image.width(); ++x)
        ink += image.pixel(x, y) != sceneBackground ? 1 : 0;
    return ink;
}

} // namespace sightglass::test
