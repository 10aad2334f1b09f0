// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/secondsbox.h"

#include "model/scrape/targetconfig.h"

#include <QDoubleSpinBox>
#include <QLocale>

namespace sightglass {

namespace {

class SecondsBox : public QDoubleSpinBox
{
public:
    SecondsBox() { setLocale(QLocale::c()); }

protected:
    QValidator::State validate(QString &input, int &position) const override
    {
        input.replace(u',', u'.');
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
