// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "widgets/targets/targetpage.h"

#include <QTimer>

#include <vector>

class QPlainTextEdit;

namespace sightglass {

class FieldHint;

/// Rules that change or drop series before they are stored, written as in a prometheus.yml and read by its
/// reader while they are typed, with a preview of what they do to the series that the target has now.
class RelabelPage : public TargetPage
{
    Q_OBJECT

public:
    /// `present` is what the preview is made of, a bounded number of series.
    RelabelPage(const TargetConfig &config, std::vector<Labels> present, QWidget *parent = nullptr);

    void apply(TargetEdit &edit) const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] bool isUsed(const TargetConfig &config) const override;

private:
    [[nodiscard]] QWidget *editorSide();
    [[nodiscard]] QWidget *previewSide();
    void read();
    void markError();
    void updatePreview();

    std::vector<Labels> m_present;
    QPlainTextEdit *m_editor;
    FieldHint *m_verdict;
    QPlainTextEdit *m_preview;
    FieldHint *m_summary;
    Result<std::vector<RelabelRule>> m_rules; ///< what the editor's text says
    QTimer m_previewSoon;
};

} // namespace sightglass
