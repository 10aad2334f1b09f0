// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/pageexamination.h"

#include <QString>

#include <vector>

namespace sightglass {

/// What the head of the endpoint doctor says, in words. Displayable plain texts.
struct DoctorSummary
{
    enum class Verdict : unsigned char
    {
        Healthy,
        Problems, ///< Prometheus takes the page, but something is wrong
        Refused   ///< up is 0
    };
    struct Figure
    {
        QString caption;
        QString value;
        QString tip; ///< may be empty
    };

    Verdict verdict = Verdict::Healthy;
    QString title;
    QString counts; ///< "2 rejected · 1 wrong · 4 advice · 3 approved"; what is none is left out
    QString reason; ///< why the scrape failed, with its place; empty where it did not
    std::vector<Figure> figures;
};

/// `diagnosis` is the examination's with the approved findings marked.
[[nodiscard]] DoctorSummary doctorSummary(const PageExamination &examination, const Diagnosis &diagnosis);

/// "Prometheus text", "OpenMetrics", "Protobuf".
[[nodiscard]] QString expositionFormatText(ExpositionFormat format);

/// Which richer formats were asked for and are not what came; empty where there are none, or nobody knows.
[[nodiscard]] QString notOfferedText(const ScrapeFacts &facts, ExpositionFormat format);

} // namespace sightglass
