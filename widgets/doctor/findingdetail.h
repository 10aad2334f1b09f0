// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/pagefinding.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <string_view>

class QCheckBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace sightglass {

/// One finding in full: what is there with its line and a caret, what Prometheus does about it, how it is
/// mended; and whether it is approved.
class FindingDetail : public QWidget
{
    Q_OBJECT

public:
    explicit FindingDetail(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// `body` is what the finding's places are in. Null: nothing is shown.
    void setFinding(const PageFinding *finding, std::string_view body);

signals:
    void approvalToggled(bool approved);
    void copyRequested();

private:
    QLabel *addText(const char *name);
    void applyTheme();

    Theme m_theme;
    DiagnosticSeverity m_severity = DiagnosticSeverity::Advice;
    QLabel *m_head;
    QLabel *m_text;
    QLabel *m_excerpt;
    QScrollArea *m_excerptArea;
    QLabel *m_consequenceCaption;
    QLabel *m_consequence;
    QLabel *m_remedyCaption;
    QLabel *m_remedy;
    QCheckBox *m_approved;
    QPushButton *m_copy;
};

} // namespace sightglass
