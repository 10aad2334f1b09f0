// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/annotationfeed.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QHBoxLayout;
class QToolButton;

namespace sightglass {

/// A switch for each of a dashboard's annotations that is not hidden, in its colour. One whose query fails
/// says why.
class AnnotationSwitches : public QWidget
{
    Q_OBJECT

public:
    explicit AnnotationSwitches(QWidget *parent = nullptr);

    /// Which are on is AnnotationSpec::enabled.
    void setAnnotations(const std::vector<AnnotationSpec> &annotations);
    /// What came of them: failures are told.
    void setAnswers(const std::vector<AnnotationFeed::Answer> &answers);
    void setTheme(const Theme &theme);

signals:
    void toggled(const std::string &name, bool on);

private:
    void rebuild();

    QHBoxLayout *m_layout;
    Theme m_theme;
    std::vector<AnnotationSpec> m_annotations;
    std::map<std::string, QToolButton *> m_buttons;
};

} // namespace sightglass
