// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/gopow.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

bool isOddWhole(double y)
{
    constexpr double allEvenFrom = 9007199254740992.0; // 2^53
    double whole = 0;
    return std::abs(y) < allEvenFrom && std::modf(y, &whole) == 0 &&
           (static_cast<std::int64_t>(whole) & 1) == 1;
}

double powerOfZero(double x, double y)
{
    const bool keepsSign = std::signbit(x) && isOddWhole(y);
    if (y < 0)
        return keepsSign ? std::copysign(infinity, x) : infinity;
    return keepsSign ? x : 0;
}

/// y is infinite, or so large that it might as well be.
double powerToInfinity(double x, double y)
{
    if (x == -1)
        return 1;
    return (std::abs(x) < 1) == (y > 0) ? 0 : infinity;
}

double powerOfInfinity(double x, double y)
{
    if (x < 0)
        return powerOfZero(-0.0, -y);
    return y < 0 ? 0 : infinity;
}

/// What does not need multiplying.
std::optional<double> simplePower(double x, double y)
{
    if (y == 0 || x == 1)
        return 1;
    if (y == 1)
        return x;
    if (std::isnan(x) || std::isnan(y))
        return notANumber;
    if (x == 0)
        return powerOfZero(x, y);
    if (std::isinf(y))
        return powerToInfinity(x, y);
    if (std::isinf(x))
        return powerOfInfinity(x, y);
    if (y == 0.5)
        return std::sqrt(x);
    if (y == -0.5)
        return 1 / std::sqrt(x);
    return std::nullopt;
}

/// A number as fraction times 2^exponent, which has room beyond that of a double.
struct Scaled
{
    double fraction = 1;
    int exponent = 0;
};

/// Multiplies by x to a whole power, squaring x from bit to bit.
void multiplyByPower(Scaled &product, double x, std::int64_t power)
{
    constexpr int farthest = 1 << 12; // beyond it the product is 0 or infinite, and so it stays
    Scaled square;
    square.fraction = std::frexp(x, &square.exponent);
    for (; power != 0; power >>= 1) {
        if (square.exponent < -farthest || square.exponent > farthest) {
            product.exponent += square.exponent;
            return;
        }
        if ((power & 1) == 1) {
            product.fraction *= square.fraction;
            product.exponent += square.exponent;
        }
        square.fraction *= square.fraction;
        square.exponent *= 2;
        if (square.fraction < 0.5) {
            square.fraction += square.fraction;
            --square.exponent;
        }
    }
}

} // namespace

double goPow(double x, double y) noexcept
{
    if (const std::optional<double> simple = simplePower(x, y))
        return *simple;
    double whole = 0;
    double rest = std::modf(std::abs(y), &whole);
    if (rest != 0 && x < 0)
        return notANumber;
    constexpr double largest = 9223372036854775808.0; // 2^63
    if (whole >= largest)
        return powerToInfinity(x, y);
    Scaled product;
    if (rest != 0) {
        if (rest > 0.5) {
            --rest;
            ++whole;
        }
        product.fraction = std::exp(rest * std::log(x));
    }
    multiplyByPower(product, x, static_cast<std::int64_t>(whole));
    // Inverted before it is scaled: the other way round what is nearly infinite would lose its bits.
    if (y < 0) {
        product.fraction = 1 / product.fraction;
        product.exponent = -product.exponent;
    }
    return std::ldexp(product.fraction, product.exponent);
}

} // namespace sightglass
