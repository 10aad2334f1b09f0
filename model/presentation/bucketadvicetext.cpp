// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/bucketadvicetext.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/numbertext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::BucketAdvice)

public:
    /// Two digits behind the point, rounded down: what is not all is not said to be.
    static QString share(double share)
    {
        const double percent = std::floor(std::clamp(share, 0.0, 1.0) * 10'000 + 1e-6) / 100;
        return tr("%1 %", "a share").arg(countLocale().toString(percent, 'g', percent >= 10 ? 4 : 3));
    }
    static QString sentence(const BucketAdvice &advice)
    {
        // Bounds as the label says them, whatever the language.
        const QString low = QString::number(advice.low, 'g', QLocale::FloatingPointShortest);
        const QString high = QString::number(advice.high, 'g', QLocale::FloatingPointShortest);
        switch (advice.kind) {
        case BucketAdvice::Kind::NoInfinity:
            return tr("there is no le=\"+Inf\" bucket: no quantile can be told");
        case BucketAdvice::Kind::NotCumulative:
            return tr("le=%2 counts less than le=%1: each bucket has to count all that is below its bound, "
                      "else quantiles are wrong")
                .arg(low, std::isinf(advice.high) ? QStringLiteral("+Inf") : high);
        case BucketAdvice::Kind::NotANumber:
            return tr("all buckets count NaN: no quantile can be told");
        case BucketAdvice::Kind::OnlyInfinity:
            return tr(
                "there is no bucket but le=\"+Inf\": no quantile can be told. Native histograms look so "
                "where scrape_native_histograms is off");
        case BucketAdvice::Kind::OneBucket:
        case BucketAdvice::Kind::AboveLastBound:
            break;
        }
        if (advice.kind == BucketAdvice::Kind::AboveLastBound)
            return tr("%1 of observations are above le=%2, the last bound: bounds above %2 are missing")
                .arg(share(advice.share), low);
        if (std::isinf(advice.low) || advice.low == 0)
            return tr("%1 of observations are in le=%2: bounds below %2 are missing")
                .arg(share(advice.share), high);
        return tr("%1 of observations are in le=%3: bounds between %2 and %3 are missing")
            .arg(share(advice.share), low, high);
    }
    static QString reason(BucketAdvice::Kind kind)
    {
        if (kind == BucketAdvice::Kind::NoInfinity)
            return tr("no le=\"+Inf\" bucket");
        if (kind == BucketAdvice::Kind::OnlyInfinity)
            return tr("no bucket but le=\"+Inf\"");
        return kind == BucketAdvice::Kind::NotANumber ? tr("buckets count NaN") : QString();
    }
    static QString ofMetric(const QString &metric, const QString &sentence)
    {
        return tr("%1: %2", "a metric and what is said of it").arg(metric, sentence);
    }
};

} // namespace

QString bucketAdviceText(const BucketAdvice &advice)
{
    return Words::ofMetric(displayText(std::string_view(advice.metric)), Words::sentence(advice));
}

QString bucketProblemText(BucketAdvice::Kind kind)
{
    return Words::reason(kind);
}

} // namespace sightglass
