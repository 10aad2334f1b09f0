// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/panels/picturesignature.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace sightglass::test {

namespace {

constexpr int columns = PictureSignature::columns;
constexpr int rows = PictureSignature::rows;
constexpr int hueCount = PictureSignature::hueCount;
constexpr double mostRatio = 1.8;     ///< of a cell's ink to the most that is near it in the other picture
constexpr double inkNoise = 20;       ///< thousandths that may be anywhere
constexpr double mostOverall = 0.25;  ///< of all ink
constexpr double mostOfColour = 0.55; ///< by which a cell's colour may change
constexpr double colourNoise = 25;    ///< thousandths
constexpr double mostOfHue = 0.3;     ///< of all that is drawn in a hue
constexpr double hueNoise = 60;       ///< a legend's swatches
/// Letters on a surface that is not quite grey have a hue, too: less colourful than that is grey.
constexpr double leastColour = 0.3;

using Values = std::vector<double>;

/// What `combine` makes of the values of a cell and of those around it, beginning with `start`.
template<typename Combine>
Values around(const Values &values, double start, Combine combine)
{
    Values result(values.size(), start);
    for (int i = 0; i < columns * rows; ++i) {
        const int x = i % columns;
        const int y = i / columns;
        for (int v = std::max(0, y - 1); v <= std::min(rows - 1, y + 1); ++v) {
            for (int u = std::max(0, x - 1); u <= std::min(columns - 1, x + 1); ++u) {
                double &one = result[static_cast<std::size_t>(i)];
                one = combine(one, values[static_cast<std::size_t>(v * columns + u)]);
            }
        }
    }
    return result;
}

Values blurred(const PictureSignature &signature, int PictureSignature::Cell::*part)
{
    Values values;
    for (const PictureSignature::Cell &cell : signature.cells)
        values.push_back(cell.*part);
    return around(values, 0, [](double sum, double value) { return sum + value / 9; });
}

void keepLarger(PictureDifference &most, double size, const QString &what, std::pair<double, double> values)
{
    if (size > most.size)
        most = {size, QStringLiteral("%1: %2 instead of %3").arg(what).arg(values.second).arg(values.first)};
}

double relative(double before, double after, double share, double noise)
{
    return std::abs(after - before) / (share * std::max(before, after) + noise);
}

QString placeOf(std::size_t cell)
{
    const int index = static_cast<int>(cell);
    return QStringLiteral(" around column %1, row %2").arg(index % columns).arg(index / columns);
}

void compareColours(const PictureSignature &expected, const PictureSignature &actual, PictureDifference &most)
{
    const Values redBefore = blurred(expected, &PictureSignature::Cell::red);
    const Values blueBefore = blurred(expected, &PictureSignature::Cell::blue);
    const Values redAfter = blurred(actual, &PictureSignature::Cell::red);
    const Values blueAfter = blurred(actual, &PictureSignature::Cell::blue);
    for (std::size_t i = 0; i < redBefore.size(); ++i) {
        const double before = std::hypot(redBefore[i], blueBefore[i]);
        const double after = std::hypot(redAfter[i], blueAfter[i]);
        const double change = std::hypot(redAfter[i] - redBefore[i], blueAfter[i] - blueBefore[i]);
        keepLarger(most, change / (mostOfColour * std::max(before, after) + colourNoise),
                   QStringLiteral("colour") + placeOf(i), {before, after});
    }
}

void compareInk(const PictureSignature &expected, const PictureSignature &actual, PictureDifference &most)
{
    const Values a = blurred(expected, &PictureSignature::Cell::ink);
    const Values b = blurred(actual, &PictureSignature::Cell::ink);
    const auto larger = [](double one, double other) { return std::max(one, other); };
    const Values nearA = around(a, 0, larger);
    const Values nearB = around(b, 0, larger);
    double before = 0;
    double after = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        before += a[i];
        after += b[i];
        // Nothing in one picture that is not near that place in the other one.
        const double tooMuch = (b[i] - nearA[i]) / ((mostRatio - 1) * nearA[i] + inkNoise);
        const double tooLittle = (a[i] - nearB[i]) / ((mostRatio - 1) * nearB[i] + inkNoise);
        keepLarger(most, std::max(tooMuch, tooLittle), QStringLiteral("ink") + placeOf(i), {a[i], b[i]});
    }
    keepLarger(most, relative(before, after, mostOverall, inkNoise), QStringLiteral("ink in all"),
               {before, after});
}

/// Adds a pixel to the two hues between which it lies.
void addHue(std::array<double, hueCount> &hues, double red, double green, double blue)
{
    const auto [low, high] = std::minmax({red, green, blue});
    const double chroma = high - low;
    if (chroma <= leastColour * std::max(std::abs(low), std::abs(high)))
        return;
    double place = red == high     ? (green - blue) / chroma
                   : green == high ? 2 + (blue - red) / chroma
                                   : 4 + (red - green) / chroma;
    place = (place < 0 ? place + 6 : place) * hueCount / 6.0;
    const int first = static_cast<int>(place);
    const double second = place - first;
    hues[static_cast<std::size_t>(first % hueCount)] += (1 - second) * chroma;
    hues[static_cast<std::size_t>((first + 1) % hueCount)] += second * chroma;
}

} // namespace

PictureSignature signatureOf(const QImage &picture, const QColor &surface)
{
    const QImage image = picture.convertToFormat(QImage::Format_RGB32);
    std::vector<std::array<double, 3>> cells(static_cast<std::size_t>(columns) * rows);
    std::array<double, hueCount> hues{};
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            const int red = qRed(pixel) - surface.red();
            const int green = qGreen(pixel) - surface.green();
            const int blue = qBlue(pixel) - surface.blue();
            const int place = y * rows / image.height() * columns + x * columns / image.width();
            auto &cell = cells[static_cast<std::size_t>(place)];
            cell[0] += std::max({std::abs(red), std::abs(green), std::abs(blue)});
            cell[1] += red - green;
            cell[2] += blue - green;
            addHue(hues, red, green, blue);
        }
    }
    const double scale = 1000.0 / 255 * columns * rows / std::max(1, image.width() * image.height());
    const auto thousandths = [scale](double value) { return static_cast<int>(std::lround(value * scale)); };
    PictureSignature signature;
    for (const auto &[ink, red, blue] : cells)
        signature.cells.push_back({thousandths(ink), thousandths(red), thousandths(blue)});
    for (const double value : hues)
        signature.hues.push_back(thousandths(value));
    return signature;
}

QString text(const PictureSignature &signature)
{
    QString result;
    for (std::size_t i = 0; i < signature.cells.size(); ++i) {
        const PictureSignature::Cell &cell = signature.cells[i];
        result += QStringLiteral("%1 %2 %3").arg(cell.ink).arg(cell.red).arg(cell.blue);
        result += (i + 1) % columns == 0 ? u'\n' : u' ';
    }
    for (std::size_t i = 0; i < signature.hues.size(); ++i)
        result += QString::number(signature.hues[i]) + (i + 1 == signature.hues.size() ? u'\n' : u' ');
    return result;
}

std::optional<PictureSignature> parse(const QString &text)
{
    constexpr std::size_t cells = static_cast<std::size_t>(columns) * rows;
    std::vector<int> numbers;
    for (const QString &word : text.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts)) {
        bool good = false;
        numbers.push_back(word.toInt(&good));
        if (!good)
            return std::nullopt;
    }
    if (numbers.size() != 3 * cells + hueCount)
        return std::nullopt;
    PictureSignature signature;
    for (std::size_t i = 0; i < cells; ++i)
        signature.cells.push_back({numbers[3 * i], numbers[3 * i + 1], numbers[3 * i + 2]});
    signature.hues.assign(numbers.end() - hueCount, numbers.end());
    return signature;
}

PictureDifference difference(const PictureSignature &expected, const PictureSignature &actual)
{
    PictureDifference most;
    compareInk(expected, actual, most);
    compareColours(expected, actual, most);
    for (std::size_t i = 0; i < hueCount; ++i) {
        const double before = expected.hues[i];
        const double after = actual.hues[i];
        keepLarger(most, relative(before, after, mostOfHue, hueNoise),
                   QStringLiteral("hue of %1 degrees").arg(i * 360 / hueCount), {before, after});
    }
    return most;
}

} // namespace sightglass::test
