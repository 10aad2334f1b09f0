// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/cellvalue.h"
#include "model/transform/frametools.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

struct RegressionOptions
{
    std::string x;
    std::string y;
    std::string model = "linear"; ///< as it is written: the answer is called by it
    std::size_t degree = 1;
    std::size_t predictions = 100;
};

constexpr std::size_t highestDegree = 20;
constexpr std::size_t mostPredictions = 10'000;

struct PointList
{
    std::vector<double> x;
    std::vector<double> y;
};

/// A polynomial over x brought to -1 … 1, so that its powers keep within the reach of doubles.
class Polynomial
{
public:
    /// Of least squares, by Householder reflections of the matrix of powers.
    Polynomial(const PointList &points, std::size_t degree)
    {
        const auto [low, high] = std::minmax_element(points.x.begin(), points.x.end());
        m_middle = (*low + *high) / 2;
        m_scale = *high > *low ? (*high - *low) / 2 : 1;
        const std::size_t columns = std::min(degree + 1, points.x.size());
        std::vector<std::vector<double>> rows;
        for (std::size_t i = 0; i < points.x.size(); ++i) {
            std::vector<double> &row = rows.emplace_back(1, 1.0);
            while (row.size() < columns)
                row.push_back(row.back() * scaled(points.x[i]));
            row.push_back(points.y[i]);
        }
        for (std::size_t column = 0; column < columns; ++column)
            reflect(rows, column);
        solve(rows, columns);
    }

    [[nodiscard]] double at(double x) const
    {
        double value = 0;
        for (auto i = m_coefficients.rbegin(); i != m_coefficients.rend(); ++i)
            value = value * scaled(x) + *i;
        return value;
    }

private:
    [[nodiscard]] double scaled(double x) const { return (x - m_middle) / m_scale; }

    /// Clears a column below its diagonal.
    static void reflect(std::vector<std::vector<double>> &rows, std::size_t column)
    {
        double norm = 0;
        for (std::size_t i = column; i < rows.size(); ++i)
            norm += rows[i][column] * rows[i][column];
        norm = std::sqrt(norm);
        if (norm == 0)
            return;
        const double alpha = rows[column][column] > 0 ? -norm : norm;
        std::vector<double> mirror(rows.size(), 0);
        for (std::size_t i = column; i < rows.size(); ++i)
            mirror[i] = rows[i][column];
        mirror[column] -= alpha;
        double length = 0;
        for (const double part : mirror)
            length += part * part;
        for (std::size_t k = column; k < rows.front().size() && length > 0; ++k) {
            double product = 0;
            for (std::size_t i = column; i < rows.size(); ++i)
                product += mirror[i] * rows[i][k];
            for (std::size_t i = column; i < rows.size(); ++i)
                rows[i][k] -= 2 * product / length * mirror[i];
        }
    }

    void solve(const std::vector<std::vector<double>> &rows, std::size_t columns)
    {
        m_coefficients.assign(columns, 0);
        for (std::size_t i = columns; i-- > 0;) {
            double rest = rows[i].back();
            for (std::size_t k = i + 1; k < columns; ++k)
                rest -= rows[i][k] * m_coefficients[k];
            // Points that do not tell all powers apart leave some of them out.
            m_coefficients[i] = std::fabs(rows[i][i]) > 1e-12 ? rest / rows[i][i] : 0;
        }
    }

    double m_middle = 0;
    double m_scale = 1;
    std::vector<double> m_coefficients;
};

PointList pointsOf(const Field &x, const Field &y)
{
    PointList points;
    for (std::size_t row = 0; row < std::min(x.values.size(), y.values.size()); ++row) {
        const double atX = numberOrNaN(x.values[row]);
        const double atY = numberOrNaN(y.values[row]);
        if (std::isfinite(atX) && std::isfinite(atY)) {
            points.x.push_back(atX);
            points.y.push_back(atY);
        }
    }
    return points;
}

Frame predicted(const Field &x, const Field &y, const PointList &points, const RegressionOptions &options)
{
    const Polynomial polynomial(points, options.degree);
    const auto [low, high] = std::minmax_element(points.x.begin(), points.x.end());
    const double step = (*high - *low) / static_cast<double>(options.predictions);
    Frame frame;
    frame.name = options.model + " regression";
    frame.fields = {makeField(x.name, x.type), makeField(y.name + " predicted", y.type)};
    for (std::size_t i = 0; i < options.predictions; ++i) {
        const bool last = i + 1 == options.predictions;
        const double at = last ? *high : *low + static_cast<double>(i) * step;
        frame.fields[0].values.emplace_back(at);
        frame.fields[1].values.emplace_back(polynomial.at(at));
    }
    return frame;
}

std::vector<Frame> regression(std::vector<Frame> frames, const RegressionOptions &options,
                              TransformContext &context)
{
    const FieldNames names(frames);
    const std::string nameX = context.text(options.x);
    const std::string nameY = context.text(options.y);
    for (std::size_t f = 0; f < frames.size(); ++f) {
        const auto y = fieldNamed(frames[f], names.of(f), nameY);
        const auto x = fieldNamed(frames[f], names.of(f), nameX);
        if (!y)
            continue;
        if (!x) {
            context.note("x and y must be fields of one frame");
            return frames;
        }
        const Field &fieldX = frames[f].fields[*x];
        const Field &fieldY = frames[f].fields[*y];
        const PointList points = pointsOf(fieldX, fieldY);
        if (!points.x.empty())
            frames.push_back(predicted(fieldX, fieldY, points, options));
        return frames;
    }
    return frames;
}

} // namespace

TransformationPtr makeRegression(OptionReader &options)
{
    RegressionOptions fitting;
    fitting.x = options.text("xFieldName");
    fitting.y = options.text("yFieldName");
    fitting.model = options.text("modelType", "linear");
    const double degree = std::clamp(options.number("degree", 2), 1.0, double(highestDegree));
    if (fitting.model == "polynomial")
        fitting.degree = static_cast<std::size_t>(degree);
    else if (fitting.model != "linear")
        options.loss("modelType", "unknown model; a linear one is fitted");
    const double count = options.number("predictionCount", 100);
    if (count > double(mostPredictions))
        options.loss("predictionCount", "at most " + std::to_string(mostPredictions));
    fitting.predictions = static_cast<std::size_t>(std::clamp(count, 1.0, double(mostPredictions)));
    return makeTransformation(std::move(fitting), regression);
}

} // namespace sightglass
