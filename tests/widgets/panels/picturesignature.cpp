// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/panels/picturesignature.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sightglass::test {

namespace {

constexpr int columns = PictureSignature::columns;
constexpr int rows = PictureSignature::rows;
/// What is drawn may lie a cell further or be so much more or less: letters of another font.
constexpr double mostRatio = 2.2;
constexpr int noise = 8;            ///< thousandths that count as nothing in a neighbourhood
constexpr double mostOverall = 0.3; ///< of all ink and all colour

using Values = std::vector<double>;

Values valuesOf(const PictureSignature &signature, int PictureSignature::Cell::*part)
{
    Values values;
    for (const PictureSignature::Cell &cell : signature.cells)
        values.push_back(cell.*part);
    return values;
}

/// The mean over a cell and those around it, so that a cell's border does not matter.
Values blurred(const Values &values)
{
    Values result(values.size());
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            double sum = 0;
            int count = 0;
            for (int v = std::max(0, y - 1); v <= std::min(rows - 1, y + 1); ++v) {
                for (int u = std::max(0, x - 1); u <= std::min(columns - 1, x + 1); ++u) {
                    sum += values[static_cast<std::size_t>(v * columns + u)];
                    ++count;
                }
            }
            result[static_cast<std::size_t>(y * columns + x)] = sum / count;
        }
    }
    return result;
}

double total(const Values &values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum;
}

QString compared(const Values &expected, const Values &actual, const QString &what)
{
    const double before = total(expected);
    const double after = total(actual);
    if (std::abs(after - before) > mostOverall * std::max({before, after, double(noise * rows)}))
        return QStringLiteral("%1 in all: %2 instead of %3").arg(what).arg(after).arg(before);
    const Values a = blurred(expected);
    const Values b = blurred(actual);
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto [low, high] = std::minmax(a[i], b[i]);
        if (high > noise && high > mostRatio * std::max(low, 1.0))
            return QStringLiteral("%1 around column %2, row %3: %4 instead of %5")
                .arg(what)
                .arg(static_cast<int>(i) % columns)
                .arg(static_cast<int>(i) / columns)
                .arg(b[i])
                .arg(a[i]);
    }
    return {};
}

} // namespace

PictureSignature signatureOf(const QImage &picture, const QColor &surface)
{
    PictureSignature signature;
    const QImage image = picture.convertToFormat(QImage::Format_RGB32);
    for (int cell = 0; cell < columns * rows; ++cell) {
        const int left = cell % columns * image.width() / columns;
        const int right = (cell % columns + 1) * image.width() / columns;
        const int top = cell / columns * image.height() / rows;
        const int bottom = (cell / columns + 1) * image.height() / rows;
        double ink = 0;
        double colour = 0;
        for (int y = top; y < bottom; ++y) {
            for (int x = left; x < right; ++x) {
                const QRgb pixel = image.pixel(x, y);
                ink += std::max({std::abs(qRed(pixel) - surface.red()),
                                 std::abs(qGreen(pixel) - surface.green()),
                                 std::abs(qBlue(pixel) - surface.blue())});
                // The surface itself is not quite grey.
                colour += std::max(std::abs(qRed(pixel) - qGreen(pixel) - surface.red() + surface.green()),
                                   std::abs(qBlue(pixel) - qGreen(pixel) - surface.blue() + surface.green()));
            }
        }
        const double scale = 1000.0 / 255 / std::max(1, (right - left) * (bottom - top));
        signature.cells.push_back(
            {static_cast<int>(std::lround(ink * scale)), static_cast<int>(std::lround(colour * scale))});
    }
    return signature;
}

QString text(const PictureSignature &signature)
{
    QString result;
    for (std::size_t i = 0; i < signature.cells.size(); ++i) {
        result += QStringLiteral("%1/%2").arg(signature.cells[i].ink).arg(signature.cells[i].colour);
        result += (i + 1) % columns == 0 ? u'\n' : u' ';
    }
    return result;
}

std::optional<PictureSignature> parse(const QString &text)
{
    PictureSignature signature;
    for (const QString &word : text.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts)) {
        const QStringList parts = word.split(u'/');
        if (parts.size() != 2)
            return std::nullopt;
        signature.cells.push_back({parts[0].toInt(), parts[1].toInt()});
    }
    if (signature.cells.size() != static_cast<std::size_t>(columns) * rows)
        return std::nullopt;
    return signature;
}

QString difference(const PictureSignature &expected, const PictureSignature &actual)
{
    const QString ink = compared(valuesOf(expected, &PictureSignature::Cell::ink),
                                 valuesOf(actual, &PictureSignature::Cell::ink), QStringLiteral("ink"));
    if (!ink.isEmpty())
        return ink;
    return compared(valuesOf(expected, &PictureSignature::Cell::colour),
                    valuesOf(actual, &PictureSignature::Cell::colour), QStringLiteral("colour"));
}

} // namespace sightglass::test
