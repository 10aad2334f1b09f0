// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/secondsbox.h"

#include "model/presentation/numbertext.h"
#include "model/scrape/targetconfig.h"

#include <QDoubleSpinBox>

namespace sightglass {

namespace {

class SecondsBox : public QDoubleSpinBox
{
public:
    SecondsBox() { setLocale(countLocale()); }

protected:
    /// Takes the point of every language: groups of thousands are not written here.
    QValidator::State validate(QString &input, int &position) const override
    {
        for (const QChar point : {u'.', u','})
            input.replace(point, locale().decimalPoint());
        return QDoubleSpinBox::validate(input, position);
    }
};

} // namespace

QDoubleSpinBox *secondsBox(double least, std::int64_t milliseconds)
{
    auto *box = new SecondsBox;
    box->setDecimals(1);
    box->setRange(least, static_cast<double>(maxScrapeIntervalMs) / 1000);
    box->setSuffix(QStringLiteral(" s"));
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setValue(static_cast<double>(milliseconds) / 1000);
    return box;
}

std::int64_t millisecondsOf(const QDoubleSpinBox &box, std::int64_t before)
{
    const auto tenths = [](double seconds) { return qRound64(seconds * 10); };
    const bool untouched = tenths(box.value()) == tenths(static_cast<double>(before) / 1000);
    return untouched ? before : tenths(box.value()) * 100;
}

} // namespace sightglass
