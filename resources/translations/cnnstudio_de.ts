<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About CNN Studio</source>
        <extracomment>cnnstudio.ui.about</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences and credits</source>
        <extracomment>cnnstudio.ui.about</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccuracyBar</name>
    <message>
        <source>Accuracy with its interval and the baseline</source>
        <extracomment>cnnstudio.ui.training.accuracy_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dot: accuracy {accuracy}. Band: the true accuracy lies here with 95 % certainty. Tick: always guessing the most frequent class scores {baseline}.</source>
        <extracomment>cnnstudio.ui.training.accuracy_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessing {share}</source>
        <extracomment>cnnstudio.ui.training.accuracy_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlignButton</name>
    <message>
        <source>Align or spread the selected layers</source>
        <extracomment>cnnstudio.ui.editor.aligning</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align the selected layers</source>
        <extracomment>cnnstudio.ui.editor.aligning</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Aligner</name>
    <message>
        <source>Select two layers or more to align them, three or more to spread them.</source>
        <extracomment>cnnstudio.ui.editor.aligning</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnalysisTable</name>
    <message>
        <source>Headings of the layer table</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Can this map be trusted?</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks with numbers and controls</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: the true class is {true}.</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks for the predicted class rather than for the true one</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this mistake?</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why {predicted} and not {true}?</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong: the true class is {true}.</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{predicted}, {share}</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditPanel</name>
    <message>
        <source>Audit again</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit this network</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it look at the thing, or at the snow?</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Train</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report…</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit goes through every image the network did not learn from, 2,000 at most. It shows where the evidence for each class lies, which kinds of images there are, and looks for what gives a class away without belonging to it: marks and stamps, the background, properties of the files. What it finds it tests by changing images.

Small images take a few seconds, 1,000 photographs of 224 pixels about a minute. The report is kept with the run.</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then the audit tells what each class looks at, and whether the network takes a shortcut.</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network first</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentConfig</name>
    <message>
        <source>Blur (px)</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast times 1 ± this share.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cutmix</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cutout: side of a random grey square, as a share of the shorter side.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation of added noise; 1 is white.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip top and bottom.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian blur with a deviation of up to so many pixels of the input.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hue</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror left and right.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix each image with another and both labels with it; the strength is α of Beta(α, α), from which the share is drawn.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixup</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move by up to this share of the side.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply by 1 ± this share.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a rectangle of another image and mix the labels by area; the strength is α of Beta(α, α).</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random crop</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate (°)</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturation</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturation times 1 ± this share.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale by 1 ± this share, in and out.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the images that are changed.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shear (°)</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slant by up to this angle, in both directions.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a random part, its area up to this share smaller, its sides&apos; proportion between 3:4 and 4:3, and enlarge it to the whole.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the colour away.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the colour circle by up to this share of a full turn, both ways.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to this angle, both ways.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentForm</name>
    <message>
        <source>Augmentation: {title}</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixing</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without {titles}: that would harm these images or change nothing.</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentRow</name>
    <message>
        <source>Probability of {title}</source>
        <extracomment>cnnstudio.ui.data.augment_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the images that are changed, by chance</source>
        <extracomment>cnnstudio.ui.data.augment_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of {title}</source>
        <extracomment>cnnstudio.ui.data.augment_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentSection</name>
    <message>
        <source>closed</source>
        <extracomment>cnnstudio.ui.data.augment_section</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>cnnstudio.ui.data.augment_section</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} on</source>
        <extracomment>cnnstudio.ui.data.augment_section</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentStrip</name>
    <message>
        <source>As training sees it</source>
        <extracomment>cnnstudio.ui.data.augment_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing augmented images</source>
        <extracomment>cnnstudio.ui.data.augment_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing…</source>
        <extracomment>cnnstudio.ui.data.augment_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other random numbers</source>
        <extracomment>cnnstudio.ui.data.augment_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an image</source>
        <extracomment>cnnstudio.ui.data.augment_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {source_w} × {source_h} becomes {width} × {height} × {channels}</source>
        <extracomment>cnnstudio.ui.data.augment_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentTiles</name>
    <message>
        <source>Hold the mouse button to enlarge</source>
        <extracomment>cnnstudio.ui.data.augment_tiles</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarDelegate</name>
    <message>
        <source>predicted</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ true</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlockCommands</name>
    <message>
        <source>Select a block to dissolve it.</source>
        <extracomment>cnnstudio.ui.editor.block_commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a block, or a layer in one, to open or close it.</source>
        <extracomment>cnnstudio.ui.editor.block_commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the layers to fold into a block.</source>
        <extracomment>cnnstudio.ui.editor.block_commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlockPanel</name>
    <message>
        <source>Close</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the block</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve the block and leave its layers</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes out</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times the layers run one after the other, each with its own weights</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In and out</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the block</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or close the block</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the block</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the block (F2 on the canvas)</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat count</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CacheCard</name>
    <message>
        <source>All of it is in use by a running training and stays until that ends.</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the decoded images</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each image is decoded once and kept on this disk, so that the next training starts at once.</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freed {size}.</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freed {size}. What a running training uses stays until it ends.</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit in gigabytes</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all decoded images; they are decoded again when they are needed</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the limit that is used</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was used longest ago is removed when there is more</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} of {limit} used</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CanvasCommands</name>
    <message>
        <source>Deleted {name} from your networks.</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as {name}, in Presets.</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {file}</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {file}.</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one layer to move it in its chain.</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no layers.</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {preset}</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CanvasOverlays</name>
    <message>
        <source>An empty canvas</source>
        <extracomment>cnnstudio.ui.editor.overlays</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a known network</source>
        <extracomment>cnnstudio.ui.editor.overlays</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a layer here from the left, or choose one there and press Enter. Or start from a known network and change it as you like.</source>
        <extracomment>cnnstudio.ui.editor.overlays</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cannot be trained yet: {problems}</source>
        <extracomment>cnnstudio.ui.editor.overlays</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CanvasToolbar</name>
    <message>
        <source>Import a network from torchvision</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known networks</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a network from a file</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open network</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the network with a known one</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save network</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the network to a file</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {file}.</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertaintyView</name>
    <message>
        <source>Calibration error {error}; a network that is exactly as sure as it may be stays below {chance} on {images} images.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each bar gathers the images it was about that sure of. Bars that end on the dotted line: it knows how sure it may be. Below the line: too sure. The fuller the colour, the more images.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each half of the images with the temperature that was fitted to the other half.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it as often right as it is sure?</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sign that it is too sure or not sure enough.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No temperature fits: these images hold no mistake to learn from, or nothing else.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure enough: on average it is {points} points less sure than it is right.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number the network&apos;s outputs are divided by before they become probabilities. It changes how sure the network is, and no answer.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it with the temperature</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So it does not help here.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few validation images to fit a temperature.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing to mend.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too sure of some answers, and not sure enough of others.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too sure: on average it is {points} points surer than it is right.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how often it was right</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how sure it was</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} sure: {count} images, {right} right</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} suits these images best. It makes the calibration error {after} instead of {before}, and the log loss {loss_after} instead of {loss_before}, measured on images it was not fitted to: each half by the other half&apos;s temperature.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelCard</name>
    <message>
        <source>Channel {number} of {name}</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the channel</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least {least}, mean {mean}, largest {greatest}; {zeros} of the values are 0; colours {low} to {high}</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelChips</name>
    <message>
        <source>Channel {number}: {part}. Click to see its map and the images that excite it.</source>
        <extracomment>cnnstudio.ui.inspector.probing.channel_chips</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the images that excite these channels</source>
        <extracomment>cnnstudio.ui.inspector.probing.channel_chips</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find their images</source>
        <extracomment>cnnstudio.ui.inspector.probing.channel_chips</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of the cell</source>
        <extracomment>cnnstudio.ui.inspector.probing.channel_chips</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks at the validation images for those that excite each channel of this layer most.</source>
        <extracomment>cnnstudio.ui.inspector.probing.channel_chips</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelTexts</name>
    <message>
        <source>Channel {number}: mean size {strength}.</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead on this image: 0 everywhere.</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead on this image: 0 everywhere; alive on others.</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead: 0 everywhere in this image and in all {count} validation images looked at.</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing excites this channel: its largest value in {count} images is {value}.</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strongest of {count} {split} images; the part that reaches the place is outlined.</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pretrained network is one layer here</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dead on all {images} validation images looked at</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dead on this image</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} dead</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} dead here</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>Choose an earlier run</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a video, through the camera, or at a part of the screen.</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at any image file; dropping one on this page works too.</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the image on the clipboard.</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open image…</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save or copy heatmaps: pictures, numbers, tables, or a script that makes them again.</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video, camera or screen</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which trained network is looked at.</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (damaged)</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceBoxes</name>
    <message>
        <source>Tick at least two values; a single one is no choice.</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChosenLine</name>
    <message>
        <source>Choose a line of the plot or a row of the table.</source>
        <extracomment>cnnstudio.ui.sweeps.detail</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside the network of this combination&apos;s first training.</source>
        <extracomment>cnnstudio.ui.sweeps.detail</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run</source>
        <extracomment>cnnstudio.ui.sweeps.detail</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take network, recipe, preparation, splits and augmentation over, as they were for this combination.</source>
        <extracomment>cnnstudio.ui.sweeps.detail</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these settings</source>
        <extracomment>cnnstudio.ui.sweeps.detail</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassCardView</name>
    <message>
        <source>Images that are decided at similar places</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean heatmap of {count} images: bright places spoke for {name}</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean heatmap: {title}</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the {count} images</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {count} images</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest features</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {name} looks at</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, feature {number}</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, group {number}</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} % of the class&apos;s evidence goes with this feature.</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassChooser</name>
    <message>
        <source>Class</source>
        <extracomment>cnnstudio.ui.data.class_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.data.class_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a class, or name a new one</source>
        <extracomment>cnnstudio.ui.data.class_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New class “{name}”</source>
        <extracomment>cnnstudio.ui.data.class_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>All classes</source>
        <extracomment>cnnstudio.ui.data.class_list, cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All images</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All splits</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.data.class_list, cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that cannot be used</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a class</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out by you</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspicions so far: {count}</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which images</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being looked at…</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being tested…</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no images</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassModel</name>
    <message>
        <source>Class</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the images called this class, the share that really are.</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the images of this class, the share that was recognised.</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall: high only when both are.</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation images of this class.</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Precision, recall and F1 of every class</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>A training is running.</source>
        <extracomment>cnnstudio.ui.closing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on training</source>
        <extracomment>cnnstudio.ui.closing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop, keep the run and close</source>
        <extracomment>cnnstudio.ui.closing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the training and saving its run…</source>
        <extracomment>cnnstudio.ui.closing</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Copy</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the code</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code yet: {reason}</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch, {lines} lines; follows every change</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python (*.py)</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save code</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the code as a Python file</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is in the clipboard.</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is saved in {file}.</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network as PyTorch code</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommentEditor</name>
    <message>
        <source>Ctrl+Enter keeps the text, Esc leaves it as it was.</source>
        <extracomment>cnnstudio.ui.editor.comment_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the comment</source>
        <extracomment>cnnstudio.ui.editor.comment_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a comment. Ctrl+Enter keeps it.</source>
        <extracomment>cnnstudio.ui.editor.comment_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write comment</source>
        <extracomment>cnnstudio.ui.editor.comment_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Here one of the two networks sees nothing.</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left {left}, here {here}, difference {difference} of the peaks</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of {first} and {second} cells, both enlarged to this image.</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted image</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red: more at the left. Blue: more here. In shares of each map&apos;s own peak.</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images have other shapes: the left one&apos;s map is stretched to this image.</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {predicted}, {share}</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareMenu</name>
    <message>
        <source>A file…</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A known network</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run&apos;s network</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was opened</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a network</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (the newest)</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Comparing…</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrices</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrices (rows true, columns predicted)</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the difference real?</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: same settings, same network, same images. Only chance can tell them apart.</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of twenty differences that are luck, one looks real: the more runs are compared, the less one of these sentences means alone.</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs from A</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} runs beside each other</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter}: sum of {count}</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareSide</name>
    <message>
        <source>Both maps under the pointer</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of both maps</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep left</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the image at the left</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red: more at the left. Blue: more here. Each map counts in shares of its own peak.</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run of the second image</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same image</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second image with heatmap</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image at the left stays here; then choose another one in the list</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This side shows the image at the left, in its own run</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonSession</name>
    <message>
        <source>the network as it was opened</source>
        <extracomment>cnnstudio.ui.editor.difference_session</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionButton</name>
    <message>
        <source>Confusion matrix</source>
        <extracomment>cnnstudio.ui.inspector.confusion_button</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix ▾</source>
        <extracomment>cnnstudio.ui.inspector.confusion_button</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: true class. Columns: predicted. A cell lists its images.</source>
        <extracomment>cnnstudio.ui.inspector.confusion_button</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which class is taken for which; a cell lists its images</source>
        <extracomment>cnnstudio.ui.inspector.confusion_button</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionModel</name>
    <message>
        <source>predicted</source>
        <extracomment>cnnstudio.ui.confusion_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true class</source>
        <extracomment>cnnstudio.ui.confusion_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} images of “{true}” were recognised.</source>
        <extracomment>cnnstudio.ui.confusion_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} images of “{true}” were taken for “{predicted}”.</source>
        <extracomment>cnnstudio.ui.confusion_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix: rows true class, columns predicted class</source>
        <extracomment>cnnstudio.ui.confusion_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {all} images right</source>
        <extracomment>cnnstudio.ui.confusion_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveChooser</name>
    <message>
        <source>Accuracy</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the runs</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale: small losses late in a training become visible</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of which images</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over what</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is drawn</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both, training faint</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over epochs</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over seconds of training</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds of training</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>epoch</source>
        <extracomment>cnnstudio.ui.plots</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Curve of the activation function</source>
        <extracomment>cnnstudio.ui.inspector.steps.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} becomes {y}</source>
        <extracomment>cnnstudio.ui.inspector.steps.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvesPanel</name>
    <message>
        <source>Accuracy</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the training: loss and accuracy are drawn here while the network learns.</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong: every epoch. Thin: every batch, and their running mean. Grey: earlier runs on these images. The wheel zooms, dragging moves, a double click shows all.</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}, batch {batch} of {batches}</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smoothed</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>No image passes the filters.</source>
        <extracomment>cnnstudio.ui.data.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionFiles</name>
    <message>
        <source>All images are used as they are found</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load decisions</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the decisions</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the images as a list</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in {path}</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all decisions back</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decisions of {name} are in force</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeleteRow</name>
    <message>
        <source>Delete all {count} runs of {name}, with weights, curves and notes? This cannot be undone.</source>
        <extracomment>cnnstudio.ui.runs.delete_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <extracomment>cnnstudio.ui.runs.delete_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the run {name}, with weights, curves and notes? This cannot be undone.</source>
        <extracomment>cnnstudio.ui.runs.delete_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this run</source>
        <extracomment>cnnstudio.ui.runs.delete_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <extracomment>cnnstudio.ui.runs.delete_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>cnnstudio.ui.runs.delete_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Look inside</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No epoch of this run ended, so nothing was learned</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run to see how it went, or several to see how they differ.</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new training with what this run has learned, also on other images or classes</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on from these weights…</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these settings again</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did you try, what did you learn?</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words with commas between them</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicesDialog</name>
    <message>
        <source>Automatic takes the first of these that can be used.</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be used ({name})</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used: {reason}</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the devices</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one small step on each device and compare it with the exact result.</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceLine</name>
    <message>
        <source>Compared with {title}</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what differs</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} added</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} changed</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} removed</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferencePanel</name>
    <message>
        <source>Both networks compute the same.</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the canvas with a known network, a file, a run&apos;s network, or with itself as it was opened: what differs is told here and marked on the canvas.</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with…</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with {title}</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference to another network</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {number} more</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceTools</name>
    <message>
        <source>Difference</source>
        <extracomment>cnnstudio.ui.editor.difference_tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference ({number})</source>
        <extracomment>cnnstudio.ui.editor.difference_tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DistributionView</name>
    <message>
        <source>1 image</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness {low} to {high}</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files: {kinds}</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height, pixels</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width : height</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width, pixels</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bright</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no images</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoneLine</name>
    <message>
        <source>Done</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back: {remedy}</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{remedy}: done</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoubtCard</name>
    <message>
        <source>Another class…  (O)</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to “{suggested}”  (C)</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep “{given}”  (Enter)</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out  (X)</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label says {name}: the network gives it {share}, loss {loss}</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network says {name}: {share}</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the suggestion</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoubtList</name>
    <message>
        <source>Doubtful labels</source>
        <extracomment>cnnstudio.ui.data.doubt_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label kept</source>
        <extracomment>cnnstudio.ui.data.doubt_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <extracomment>cnnstudio.ui.data.doubt_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not decided</source>
        <extracomment>cnnstudio.ui.data.doubt_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now {name}</source>
        <extracomment>cnnstudio.ui.data.doubt_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sure} sure, loss {loss}</source>
        <extracomment>cnnstudio.ui.data.doubt_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source> columns</source>
        <extracomment>cnnstudio.ui.editor.parameter_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> locked</source>
        <extracomment>cnnstudio.ui.editor.parameter_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> row {row} column {column}</source>
        <extracomment>cnnstudio.ui.editor.matrix_field</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> rows</source>
        <extracomment>cnnstudio.ui.editor.parameter_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> size</source>
        <extracomment>cnnstudio.ui.editor.matrix_field</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> to choose</source>
        <extracomment>cnnstudio.ui.editor.matrix_field</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 comment</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 layer</source>
        <extracomment>cnnstudio.ui.editor.block_faces, cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 problem</source>
        <extracomment>cnnstudio.ui.editor.formats</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block of 1 layer</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block of {number} layers</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the block</source>
        <extracomment>cnnstudio.ui.editor.frame_item</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <extracomment>cnnstudio.ui.editor.selection_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click to write.</source>
        <extracomment>cnnstudio.ui.editor.comment_item</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every input inside {name} is taken.</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File size</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {name}</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be closed: {reason}.</source>
        <extracomment>cnnstudio.ui.editor.block_faces</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be repeated: {reason}.</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep rows and columns equal</source>
        <extracomment>cnnstudio.ui.editor.parameter_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go here to remove the wire</source>
        <extracomment>cnnstudio.ui.editor.interactions.connect</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean {mean}, from {least} to {greatest}</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory, learning {images}</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory, predicting {images}</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {number} things</source>
        <extracomment>cnnstudio.ui.editor.selection_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <extracomment>cnnstudio.ui.editor.difference_panel, cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own numbers</source>
        <extracomment>cnnstudio.ui.editor.matrix_field</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receptive field</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <extracomment>cnnstudio.ui.editor.selection_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat once less</source>
        <extracomment>cnnstudio.ui.editor.frame_item</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat once more</source>
        <extracomment>cnnstudio.ui.editor.frame_item</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewire</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {name} on the canvas</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {shown} of {channels} channels</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image as the network gets it, and its red, green and blue channel.</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image as the network gets it.</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values out</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.ui.editor.difference_panel, cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {number} more</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>black is {darkest}, white is {brightest}</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block of 1 layer</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block of {number} layers</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follows</source>
        <extracomment>cnnstudio.ui.editor.parameter_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follows: {value}</source>
        <extracomment>cnnstudio.ui.editor.parameter_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives {shape}</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no shape yet</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no problem</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channels} channels</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no shape here yet.</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} would give {shape}</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} comments</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} images</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} layers</source>
        <extracomment>cnnstudio.ui.editor.analysis_table, cnnstudio.ui.editor.block_faces, cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {channels} channels are 0 everywhere</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} problems</source>
        <extracomment>cnnstudio.ui.editor.formats</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} values</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} values are no finite numbers</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} values; a bar is the one farthest from 0 of {together} neighbours</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} weights</source>
        <extracomment>cnnstudio.ui.editor.block_faces, cnnstudio.ui.editor.faces</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} It can be mended: {mend}.</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{repeat} × {once} = {all} weights</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape} (replaces the present wire)</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape}, but {problem}</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the values are 0</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the whole network</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{things} selected</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, removed</source>
        <extracomment>cnnstudio.ui.editor.difference_marks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, {number} times</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EffortView</name>
    <message>
        <source>Combinations that are given up make it shorter.</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast for the network and recipe as they are now.</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it takes is told as soon as the network has been measured on this machine.</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something above cannot be read yet.</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is varied changes the time of a training, too.</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sweep amounts to</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{combinations} combinations, {epochs} epochs in all</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{combinations} combinations, {trainings}, {epochs} epochs in all</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} trainings</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: ≈ {time}</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Engine ready: {device}, 1 thread</source>
        <extracomment>cnnstudio.ui.engine</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine ready: {device}, {count} threads</source>
        <extracomment>cnnstudio.ui.engine</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading engine…</source>
        <extracomment>cnnstudio.ui.engine</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine</source>
        <extracomment>cnnstudio.ui.engine</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpochCurveView</name>
    <message>
        <source>Epoch {epoch}: rank correlation {likeness}, evidence in the place {share}</source>
        <extracomment>cnnstudio.ui.inspector.epochs.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the map came about over the epochs</source>
        <extracomment>cnnstudio.ui.inspector.epochs.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch 0</source>
        <extracomment>cnnstudio.ui.inspector.epochs.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the place</source>
        <extracomment>cnnstudio.ui.inspector.epochs.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like the last</source>
        <extracomment>cnnstudio.ui.inspector.epochs.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>cnnstudio.ui.inspector.epochs.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpochPanel</name>
    <message>
        <source>Epoch</source>
        <extracomment>cnnstudio.ui.inspector.epochs.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every tick is an epoch whose weights the run keeps; the arrow keys go from one to the next.</source>
        <extracomment>cnnstudio.ui.inspector.epochs.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the epochs from the first to the last</source>
        <extracomment>cnnstudio.ui.inspector.epochs.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpochScrubber</name>
    <message>
        <source>Epoch {epoch}</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}, the best</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}: computing…</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}: damaged</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the epochs…</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after epoch {epoch}</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before training</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {share} %</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} The same holds for {count} other epochs.</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} % right</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>Something unexpected went wrong ({name}). The program goes on; the details are in the log.</source>
        <extracomment>cnnstudio.ui.error_log</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Choose a folder</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one kind of file.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every map up to its own peak</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every map up to {limit}, as on show</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the heatmaps of the list</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this heatmap</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of each heatmap</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files: {count}. What is in the folder already is kept: a number is added to the name.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files: {total}, beside them scores.csv, and manifest.json, from which every map can be made again.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole path of a folder.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class each image is taken for</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is not empty: an export that was stopped there is gone on with; anything else is refused.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lies inside the image folder, which is never changed. Choose another folder.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images, as they are filtered in the list</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in every image</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportLine</name>
    <message>
        <source>Close this line</source>
        <extracomment>cnnstudio.ui.inspector.exporting.export_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <extracomment>cnnstudio.ui.inspector.exporting.export_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <extracomment>cnnstudio.ui.inspector.exporting.export_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <extracomment>cnnstudio.ui.inspector.exporting.export_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.inspector.exporting.export_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the export</source>
        <extracomment>cnnstudio.ui.inspector.exporting.export_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldHelp</name>
    <message>
        <source>Point at a setting and read here what it does. The settings as they are suit most trainings.</source>
        <extracomment>cnnstudio.ui.training.recipe_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual: {value}.</source>
        <extracomment>cnnstudio.ui.training.recipe_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is this?</source>
        <extracomment>cnnstudio.ui.training.recipe_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Accuracy on images it never trained on.</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images/s</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged from the pace so far.</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest validation loss so far; its weights are kept.</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the first step.</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training images a second, in this epoch.</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the arithmetic runs.</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>95 % interval</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the first 3</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the first 5</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area under the ROC curve</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average precision</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brier score</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error, equal groups</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dividing by it makes the network as sure as it may be: above 1 it is too sure.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1, mean of classes</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1, weighted by images</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High only when precision and recall both are (macro F1).</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far being sure and being right lie apart, on average (ECE, 15 bins).</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good its certainty is</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many answers are right</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often an image of a class ranks above another: 0.5 is guessing, 1 is perfect.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well the classes are told apart</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log loss</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most frequent class</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of 100 images, so many get the right answer.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the images of a class, how many it finds.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision, mean of classes</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision, weighted by images</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punishes being sure and wrong: 0 is perfect, guessing evenly scores the logarithm of the number of classes.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall, mean of classes</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared distance of the probabilities from the truth: 0 is perfect.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area under the precision-recall curve: hard where the class is rare.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean recall: each class counts alike, however few its images.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right class is one of the five that it thinks likeliest.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right class is one of the three that it thinks likeliest.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in groups of equally many images (adaptive ECE).</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same mean, but classes with many images count for more.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, but classes with many images count for more.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What always naming the most frequent class would score: the mark to beat.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it names a class, how often that is right.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the accuracy on very many images of this kind lies, with 95 % certainty.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>Doubtful</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the images: {title}</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {count}</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means and what to do</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstLook</name>
    <message>
        <source>Image to look at</source>
        <extracomment>cnnstudio.ui.inspector.first_look</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images ({patterns});;All files (*)</source>
        <extracomment>cnnstudio.ui.inspector.first_look</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the selected image with the 1,000 classes of ImageNet; nothing has to be trained</source>
        <extracomment>cnnstudio.ui.inspector.first_look</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does ImageNet&apos;s network see?</source>
        <extracomment>cnnstudio.ui.inspector.first_look</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderFlow</name>
    <message>
        <source>1 file could not be used</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open image folder</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files could not be used</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} {files}; the Data page lists the reasons under Files that cannot be used.</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} images in {classes} classes are open; the network fits them. Press Train when you like.</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>Cancel</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the images now</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the images…</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking {done} / {total}</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing {done} / {total}</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions about images</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout: {layout}</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load decisions from CSV…</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for images: {found} found</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all images are checked; training waits.</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the folder another way</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the decisions as CSV…</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the images as a list (CSV)…</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, load or take back what you decided about images</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop checking the images</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all decisions back</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderOpener</name>
    <message>
        <source>Looking through {name}</source>
        <extracomment>cnnstudio.ui.opening</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the sample {name}</source>
        <extracomment>cnnstudio.ui.opening</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderStates</name>
    <message>
        <source>Choose images</source>
        <extracomment>cnnstudio.ui.data.states</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No images yet</source>
        <extracomment>cnnstudio.ui.data.states</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder that has one sub-folder for each class, or start with a sample. Dropping a folder on the window works too.</source>
        <extracomment>cnnstudio.ui.data.states</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForecastView</name>
    <message>
        <source>A training would need more memory than this machine has free. Choose a smaller batch size or smaller images.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being measured…</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch and memory are forecasts.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure again</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the network on this machine</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured: {reason}</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One epoch</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a few training steps on made-up images and take the time.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is a forecast.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is a forecast. How long it takes is not measured yet.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time and memory are told when the network has no errors.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times an image are measured with batches of {batch}.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are reckoned from steps of {images} images for batches of {batch}, because one step takes long.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} epochs</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} an image</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Hide the images</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List beside the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List only these images beside the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the chosen image in the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} ({count} images)</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoOnRow</name>
    <message>
        <source> more epochs</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue for</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on exactly where the training was.</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many epochs more</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted trainings go on exactly where they were; those that have not begun are trained.</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known any more how its trainings were divided.</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is being trained now.</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the missing one</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the {count} missing</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train this run for more epochs, as if its recipe had had them.</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoingOn</name>
    <message>
        <source>The images are back, and the training has gone on.</source>
        <extracomment>cnnstudio.ui.training.going_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training waits. {reason}</source>
        <extracomment>cnnstudio.ui.training.going_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridBar</name>
    <message>
        <source>Brightest first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By class</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Darkest first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest pixels first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by file name</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find images by file name</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest file first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most blurred first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the images</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpest first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridTitle</name>
    <message>
        <source>Show all</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all images again</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupView</name>
    <message>
        <source>No training is complete yet</source>
        <extracomment>cnnstudio.ui.group_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <extracomment>cnnstudio.ui.group_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>CNN Studio</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network on the images (F5)</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthLoader</name>
    <message>
        <source>Looking for problems in the images</source>
        <extracomment>cnnstudio.ui.data.health_loader</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message>
        <source>Distributions</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the report away</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the report away, or open it</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at as soon as all images are checked</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing wrong was found</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatmapExporter</name>
    <message>
        <source>A script reads the weights of the best epoch; those of epoch {epoch} have no file of their own. Show the best epoch and copy again.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied a picture of {width} × {height} pixels.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as Python: a script of {lines} lines that makes this map again with PyTorch alone.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting heatmaps</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting heatmaps: {done} of {total}</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmaps</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python (*.py)</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the script</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved a script that makes this map again with PyTorch alone: {path}</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved the heatmap in {folder}.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved the heatmaps of {done} images in {folder}.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {done} of {wanted} images in {folder}; {failed} could not be read, the reasons are in manifest.json.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before anything was written.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {done} of {wanted} images are done. Export into the same folder again to go on: {folder}</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image could not be read.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatmapView</name>
    <message>
        <source>Hold Space for the original. Wheel or + and - zoom, drag moves, 0 fits. Point at a place, or press Ctrl and an arrow, for its numbers.</source>
        <extracomment>cnnstudio.ui.inspector.heatmap_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image with heatmap</source>
        <extracomment>cnnstudio.ui.inspector.heatmap_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageActions</name>
    <message>
        <source>As given or drawn</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the folder says</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other class…</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the readable part</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageBrowser</name>
    <message>
        <source>Files that cannot be used</source>
        <extracomment>cnnstudio.ui.data.browser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.data.browser</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageDetails</name>
    <message>
        <source>1 copy</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 like it</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of one picture</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside with the selected image</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected. Click an image; Ctrl, Shift or a frame select more.</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that look alike</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} copies</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images selected</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} like it</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageEdits</name>
    <message>
        <source>1 image brought back</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image counts as {name} now</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image is as the folder says</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image left out</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back 1 image</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back {count} images</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {name} for 1 image</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {name} for {count} images</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out 1 image</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out {count} images</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split of 1 image: {name}</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split of {count} images: {name}</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was decided about 1 image</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was decided about {count} images</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The readable part of 1 file is used</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The readable part of {count} files is used</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the readable part of 1 file</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the readable part of {count} files</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as given or drawn</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images are as the folder says</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images brought back</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images count as {name} now</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images left out</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageFilters</name>
    <message>
        <source>All</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any class</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the folder</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest loss first</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least certain first</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List all images again</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most certain first</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only images of one class.</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only images taken for one class.</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only mistakes, or only hits.</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only right</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only wrong</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {count} chosen images</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right and wrong</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest loss first</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which images come first.</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part of the folder is listed.</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}; list all again</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageList</name>
    <message>
        <source>Arrow keys go through the images; hold Space for the original.</source>
        <extracomment>cnnstudio.ui.inspector.image_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.inspector.image_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {all} images, {wrong} wrong</source>
        <extracomment>cnnstudio.ui.inspector.image_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImagePane</name>
    <message>
        <source>Choose one in the list at the left, drop a file here, or open or paste one.</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing…</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing… {percent} %</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image chosen</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to see</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is said above. Choose another image in the list at the left, or another run at the top.</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hatched: the network never saw this</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageSets</name>
    <message>
        <source>Changed since last time</source>
        <extracomment>cnnstudio.ui.data.image_sets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class changed by you</source>
        <extracomment>cnnstudio.ui.data.image_sets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New since last time</source>
        <extracomment>cnnstudio.ui.data.image_sets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split chosen by you</source>
        <extracomment>cnnstudio.ui.data.image_sets</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageWords</name>
    <message>
        <source>Left out by you</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blurred</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen by you</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given by the folder</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>little contrast</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked yet</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sharp</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very bright</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} left out</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more classes</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} moved to another split</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} relabelled</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (the folder says {found})</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Find a network</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to the open images ({shape}, {classes} classes)</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from torchvision</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks of the installed torchvision, layer by layer and without trained weights; nothing is downloaded. The network on the canvas is replaced, which can be undone.</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks of torchvision</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network has this name.</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side} px</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputsEditor</name>
    <message>
        <source>From</source>
        <extracomment>cnnstudio.ui.editor.inputs_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input {number}</source>
        <extracomment>cnnstudio.ui.editor.inputs_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected</source>
        <extracomment>cnnstudio.ui.editor.inputs_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorPage</name>
    <message>
        <source>Image to look at</source>
        <extracomment>cnnstudio.ui.inspector.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images ({patterns});;All files (*)</source>
        <extracomment>cnnstudio.ui.inspector.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste image</source>
        <extracomment>cnnstudio.ui.inspector.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image on the clipboard. Copy an image, or an image file, and paste again.</source>
        <extracomment>cnnstudio.ui.inspector.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InterruptedOffer</name>
    <message>
        <source>Go on</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all runs</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So was 1 other.</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So were {count} others.</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training of {name} was interrupted before its results were saved.</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training of {name} was interrupted in epoch {epoch} of {planned}.</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training of {name} was stopped in epoch {epoch} of {planned} when the window was closed.</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobThread</name>
    <message>
        <source>Something unexpected went wrong ({name}). Nothing in your folder was changed; the details are in the log.</source>
        <extracomment>cnnstudio.ui.workers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this. Smaller images or a smaller batch size need less.</source>
        <extracomment>cnnstudio.ui.workers</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KernelCard</name>
    <message>
        <source>, bias {bias}</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen kernel</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel in colours</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels of {name}: {count} of {rows} × {columns}, one a channel that comes in{bias}</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels, the strongest first</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known kernel</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like none of the known kernels: the closest is {name} with similarity {similarity}, and random kernels reach {chance}.</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like {name}: similarity {similarity} (1 is equal, −1 its negative; 95 of 100 random kernels stay below {chance}).</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No kernels make these channels alone: choose a convolution to see what it learned.</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only kernels of 3 × 3 and 5 × 5 are compared with known ones.</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel over channel {channel}</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel over {channel}</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel}: size {size}</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, negative</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelReview</name>
    <message>
        <source>All are decided: {kept} kept, {corrected} corrected, {out} left out.</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the images</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {name} for {file}</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful labels</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the label of {file}</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels decided</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave {file} out</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the {judged} images that the network did not learn from (validation and test) were judged. It knows the labels of the other {others} by heart. To judge those too, choose 5 folds under Splits, train with each fold and review each time.</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network learned from none of these images, so all of them were judged.</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again with the corrected labels</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decided} of {count} decided</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelReviews</name>
    <message>
        <source>Looking for doubtful labels</source>
        <extracomment>cnnstudio.ui.label_reviews</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerKind</name>
    <message>
        <source>0 follows whatever arrives; any other number must match it.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 for colour, 1 for grey.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convolution turned round: each pixel is multiplied with a kernel, the products are laid down a stride apart, and where they overlap they are added. So the feature map gets larger, as a decoder or a U-Net needs it, and how it is filled in is learned. A kernel that is no multiple of the stride leaves a chequered pattern. Output size: (input − 1) · stride − 2·padding + kernel + output padding.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kernel, a small window of weights, slides over the image. At each place its weights are multiplied with the pixels below and summed: this dot product becomes one pixel of the feature map. Each kernel looks for one pattern, such as an edge or a colour, everywhere in the image. Output size: (input − kernel + 2·padding) / stride + 1, rounded down.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A published network that has already learned to see from 1.2 million photographs. Its feature maps tell fur from metal before your training begins, so that a dense layer behind it learns your classes from a few dozen images. Frozen stages keep their weights and their batch normalisation&apos;s statistics. It takes colour images of at least 32 pixels, best 224; they are normalised as it is used to. Put a global average pooling behind it.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slope for each channel</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptive average pooling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptive max pooling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds its inputs value by value; all must have the same shape. With a shortcut around a few layers it makes a residual block: the layers learn only what to change, and gradients reach the front of a deep network (He and others, 2015).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also called fully connected: every unit sees every value and multiplies each with a weight of its own. It needs values × units weights, far more than a convolution, so it usually stands at the end, after pooling. The last one gives one value for each class.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also use the last pixels when they do not fill a whole window.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average pooling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average pooling that is told the output size and chooses its windows to match, whatever the input size. It lets a network with dense layers at its end take images of other sizes.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalisation 1D</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalisation behind a dense layer: gives each value of a vector mean 0 and deviation 1 over the batch, then a learned scale and shift. It is a kind of its own, as in PyTorch, because for a volume the mean is taken over height and width as well. It needs several images a batch.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel dropout</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classical image processing: a kernel with values you choose slides over every channel by itself, to blur, sharpen or find edges. It is what a convolution does with one of its kernels, but nothing is learned: it has 0 weights and stays as it is in training. Compare what it finds with the kernels a convolution learns by itself.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of pixels.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of zeros added at this border.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concatenate</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the nearest pixel, or blend the four around it smoothly.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut out the middle; otherwise the corner below is used.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts a rectangle out of every channel and drops the rest. The first U-Net needed it to bring the larger maps of its encoder to the size of the decoder&apos;s (Ronneberger and others, 2015).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depthwise convolution</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between the kernel&apos;s values; 2 leaves a gap of one pixel.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide by the sum of the values, so that a blur stays as bright, unless the sum is 0.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides the channels into groups and gives each group of one image mean 0 and deviation 1. A learned scale and shift for each channel follow. Unlike batch normalisation it needs no other images, so it also works with very small batches (Wu and He, 2018). Because the mean is that of the whole image, every value that comes out depends a little on every pixel.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout of whole feature maps. Neighbouring pixels are so alike that dropping single ones takes hardly anything away; without a whole map the network must find the pattern in another way. When predicting it does nothing.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELU</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each channel is filtered by kernels of its own and the channels are not mixed. A 1×1 convolution behind it does that. The two together do the work of a convolution with about a ninth of the weights and of the multiply-adds of a 3×3 one (MobileNet, Howard and others, 2017). In PyTorch it is Conv2d with as many groups as channels.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each value times its own sigmoid: a smooth ReLU with a dip to −0.28 below 0 and a gradient nearly everywhere. EfficientNet uses it (Ramachandran and others, 2017).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly, or with tanh, as the first published networks did; the two differ by less than 0.001.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential linear unit: like ReLU for positive values, and a smooth curve down to −alpha for negative ones, which keeps the mean of the values near 0.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First column that is kept, counted from 0.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First row that is kept, counted from 0.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed kernel</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the middle</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen stages</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian error linear unit: each value times the probability that a normally distributed number is below it. A smooth ReLU that dips slightly below 0; usual in transformers and ConvNeXt (Hendrycks and Gimpel, 2016).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives all values of one image together mean 0 and deviation 1: channels, height and width of a volume, or the values of a vector. It does not look at the other images, so batches may be small, and it does the same in training and afterwards. Scale and shift are one for each value, so a network with it takes only one image size; group normalisation with one group needs only two a channel. Because the mean is that of the whole image, every value that comes out depends a little on every pixel.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives each channel mean 0 and deviation 1 over the batch, then a learned scale and shift. Training becomes faster and less sensitive to the learning rate. Afterwards the running mean and variance are used; they are measured, so they do not count as weights. It needs several images a batch.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Global average pooling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Global max pooling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group normalisation</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard sigmoid</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard swish</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far apart neighbouring pixels spread their kernels; 2 doubles the size.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the running mean and variance follow the batches.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many feature maps come out.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many kernels, and so how many feature maps come out.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many kernels, and so how many feature maps, each channel gets.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many neighbouring channels (or values) compete; the channels must divide by it.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of its stages, counted from the image, keep their weights: all of them for a few hundred images, fewer for many images that look unlike photographs.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pixels the window moves at a time; 2 halves the size.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pixels the window moves at a time; usually the window&apos;s size.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times as many rows and columns come out.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many values come out.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep brightness</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the rest</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps its weights, and the statistics of a batch normalisation, as they are while the rest learns: for layers that start from another run.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the division away from 0.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the strongest value in each window and drops the rest. The feature map gets smaller, later layers see more of the image, and small shifts no longer matter. Output size: (input − window + 2·padding) / stride + 1, rounded down.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel size</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels a channel</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer normalisation</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays all values of a volume in one row, so that a dense layer can follow: channels × height × width values. Nothing is computed and nothing is lost but the picture&apos;s layout. A network with it takes only one image size.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaky ReLU whose slope for negative values is learned. It starts at 0.25. The slopes are weights, but few: one a channel at most (He and others, 2015).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a number that is added to each feature map. Before batch normalisation it is not needed: the mean is taken off again, and the bias with it.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a number that is added to each unit.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a scale and a shift for every single value.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate times</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like ReLU, but negative values are made small instead of 0. A unit that is off then still receives a gradient and can come back.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes feature maps larger without weights: each pixel is repeated, or the pixels between are blended (bilinear, with PyTorch&apos;s align_corners off). With a convolution behind it, it does the work of a transposed convolution without the chequered pattern, for decoders and U-Nets.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max pooling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max pooling that is told the output size and chooses its windows to match, whatever the input size: the strongest value of each part of the feature map.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maxout</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies its inputs value by value. They have the same shape, or one is a volume and another a vector with one value for each of its channels, which then scales that whole channel. With a sigmoid before one input it is a gate that lets through what matters; squeeze and excitation is built this way.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative slope</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative values approach minus this number.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One learned slope for each channel (or value), or one for all together.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value comes out for each class.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output padding</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output size</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad so that height and width stay as they are (only with stride 1).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad with zeros so that height and width stay as they are.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parametric ReLU</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts the channels are divided into; each feature map is made of one part.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts the channels are divided into; each kernel sees only its part.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts with a mean of their own that the channels are divided into; must divide them.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presses every value into the range 0 to 1. Large values of either sign have almost no gradient, so deep networks with sigmoid learn slowly; start the weights with Xavier.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presses every value into the range −1 to 1, with 0 kept at 0. Like sigmoid it fades for large values; start the weights with Xavier.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretrained network</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts a border of zeros around every channel, each side by itself. Convolution and pooling can pad evenly by themselves; this is for what is uneven, such as one row more at the bottom so that a shape fits another branch.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the channels of its inputs one behind the other; height and width must be equal, channels are added up. It joins branches that looked at the image in different ways, or in a U-Net brings early, fine feature maps back.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU that stops at 6. The limit keeps the values small enough for the few bits of a telephone&apos;s processor; MobileNetV2 uses it (Sandler and others, 2018). Range: 0 to 6.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU6</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectified linear unit: negative values become 0, positive ones stay. Without an activation between them, two layers compute no more than one, and no depth can solve XOR. ReLU is cheap and its gradient does not fade for positive values. Range: 0 and up.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduction</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces each window by its mean. It is gentler than max pooling: weak values count as well. Output size: (input − window + 2·padding) / stride + 1, rounded down.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings around the image, at most half the window.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings of pixels cut off the output: the opposite of a convolution&apos;s padding.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings of zeros around the image, so that the window reaches the border.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns added at the lower and right border, below the stride.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns of the window that slides over the image.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns of the window.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns of what each pixel spreads over the output.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns that are kept.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns that come out.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of pixels.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of zeros added at this border.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELU</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same size</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale and shift</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled exponential linear unit: the two numbers are chosen so that the values keep mean 0 and deviation 1 from layer to layer without normalisation, if the weights start with variance 1 / inputs, as Xavier gives them here (Klambauer and others, 2017).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the channels set to 0 at each training step.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the values set to 0 at each training step.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SiLU (Swish)</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SiLU drawn with straight lines: 0 up to −3, the value itself from 3 on, a bow in between. It costs no exponential, which matters on a phone; MobileNetV3 uses it (Howard and others, 2019).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid drawn with straight lines: 0 up to −3, 1 from 3 on, a ramp in between. Outside the ramp it has no gradient at all. It serves as a cheap gate before a multiplication (Howard and others, 2019).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeeze and excitation</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the largest of every few neighbouring channels, or of every few values of a vector. Together with the layer before it, it learns its own activation function, at the price of that many times the weights (Goodfellow and others, 2013).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanh</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels are squeezed to this fraction between the two dense layers, at least to one.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of the network: one number for each class, called a logit. The largest one is the network&apos;s answer; softmax turns them all into probabilities that sum to 1. The loss applies softmax by itself, so no softmax layer is needed before the output. Two classes may also share a single number: above 0 it speaks for the second class, below 0 for the first.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image as the network receives it: a volume of channels, height and width. A colour image has three channels (red, green, blue), a grey one has one. Every value is a pixel after normalisation. The numbers follow the image size and colour chosen on the data page.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest value of each whole feature map: one value a channel, which says whether its pattern is anywhere in the image, however small. Only that one place is trained at a step, where global average pooling trains every place.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of each whole feature map: one value a channel. A volume becomes a vector without any weights, for images of any size, so that far fewer weights are needed than with flatten and a large dense layer.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The published network, up to its pooling. EfficientNet-Lite0&apos;s weights come with the program, those of all others are downloaded once.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stages that learn take so much of the training&apos;s learning rate: small, so that what they know is refined and not lost.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transposed convolution</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns values into probabilities: all between 0 and 1, with sum 1, the largest stays the largest. It works over the values of a vector, or over the channels at each pixel. Cross-entropy, the loss, already contains it: do not place it before the output.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upsampling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values in</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighs every feature map by what all of them show. The means of the maps go through two small dense layers with ReLU between and sigmoid at the end, and each map is multiplied with the number between 0 and 1 that comes out: the maps that matter for this image grow stronger. Because of the means, each value depends on the whole image (Hu and others, 2018).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a negative value is multiplied with.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it starts with: what it learned from ImageNet&apos;s 1.2 million photographs, or nothing.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the pixels around a place are multiplied with: a known kernel or your own numbers.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While training, sets a random share of the values to 0 and scales up the others, so that no unit can rely on another. It works against overfitting. When predicting it does nothing.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window size</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero padding</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerLink</name>
    <message>
        <source>Not selected on the Network page: the network there has no such layer.</source>
        <extracomment>cnnstudio.ui.inspector.layer_link</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is selected on the Network page, but this run&apos;s network has no such layer.</source>
        <extracomment>cnnstudio.ui.inspector.layer_link</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerModel</name>
    <message>
        <source>All its channels have the very same weights and stay alike for ever.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least two thirds of its channels are dead.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch by epoch</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the last epoch moved the weights, in percent of their size. Far below 0.1 % the layer stands still; near 100 % it forgets what it knew.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly each epoch corrected the layer, compared with the size of its weights: the stronger the colour, the more. For a ReLU: the share of its channels that are dead.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the order of the network, the input first.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its gradient has exploded.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its gradient is less than a thousandth of the last layer&apos;s: it hardly learns.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the gradient over the length of the weights, mean over the last epoch. Layers should not be many powers of ten apart.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a ReLU: channels that are 0 for every image looked at. They learn nothing any more.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} weights of length {weights}; the gradient&apos;s length is {gradient}, {relative} of theirs; the last epoch moved them by {moved}.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dead} of {count} channels are 0 for every validation image looked at.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}. {name}: {kind}, {shape}</source>
        <extracomment>cnnstudio.ui.inspector.steps.layer_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>Cost</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula of the output size</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes out</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In and out</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the layer</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the layer (F2 on the canvas)</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees of the image</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values out</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerPicture</name>
    <message>
        <source>Picture of what the layer does</source>
        <extracomment>cnnstudio.ui.editor.layer_pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerPictures</name>
    <message>
        <source>peak {peak}, which has the last colour here</source>
        <extracomment>cnnstudio.ui.inspector.layer_pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerSearch</name>
    <message>
        <source>Find a layer</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer matches that.</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerSlider</name>
    <message>
        <source>Auto</source>
        <extracomment>cnnstudio.ui.inspector.layer_slider</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the layer automatically</source>
        <extracomment>cnnstudio.ui.inspector.layer_slider</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first layers (edges, fine places) to the last (things, coarse places).</source>
        <extracomment>cnnstudio.ui.inspector.layer_slider</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <extracomment>cnnstudio.ui.inspector.layer_slider</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layer that still has places: the usual choice for a heatmap.</source>
        <extracomment>cnnstudio.ui.inspector.layer_slider</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerStrip</name>
    <message>
        <source>Each picture is scaled to its own peak. A click or the arrows look at that layer.</source>
        <extracomment>cnnstudio.ui.inspector.layer_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <extracomment>cnnstudio.ui.inspector.layer_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers in the order they run</source>
        <extracomment>cnnstudio.ui.inspector.steps.layer_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map at every layer</source>
        <extracomment>cnnstudio.ui.inspector.layer_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source> and {count} more</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ReLU&apos;s strip shows its dead channels instead. No layer is in trouble.</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient over weights</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients, movement and dead channels of every layer</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly each layer was corrected in {epochs}: the length of its gradient over the length of its weights.</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at {names}: the pointer on a row says what is wrong.</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No epoch has ended yet</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the network learns, this shows how strongly each layer is corrected, so that layers that learn nothing can be seen: vanishing and exploding gradients, dead ReLUs.</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {first}</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs {first} to {last}</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayoutCard</name>
    <message>
        <source>Choose the list…</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of files and classes</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt)</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name pattern</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it this way</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found by itself</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classes} classes: {names}{more}
{images} images</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayoutChoiceView</name>
    <message>
        <source>A list of files and classes (CSV)</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table with the columns path and label, and perhaps split.</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each folder&apos;s name is a class; what lies inside are its images.</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How is this folder to be read?</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One folder for each class</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class stands in the file&apos;s name</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder itself says which images train, validate and test; the class folders lie inside.</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder can be read in several ways. Which one is meant?</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training, validation and test folders</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class} is the class, * any text, # a number: {class}_*, {class}.#, #_{class}.</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LegendEntry</name>
    <message>
        <source>Click to hide or show its curves</source>
        <extracomment>cnnstudio.ui.curve_legend</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListedImages</name>
    <message>
        <source>The first {count} images of the list, in its order.</source>
        <extracomment>cnnstudio.ui.inspector.listed_images</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weakest evidence first, of {known} images looked at among the first {count} of the list.</source>
        <extracomment>cnnstudio.ui.inspector.listed_images</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveBar</name>
    <message>
        <source>Close</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the video or the camera; the picture on show stays</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame of the video</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number} / {frames}, {minutes}:{seconds}</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the map on show comes from the pictures before</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: every map is of the picture on show alone. On: maps of earlier pictures still count.</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that came faster than the network could look at them</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of earlier pictures</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth the maps over time</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not shown</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveSource</name>
    <message>
        <source>Camera</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the screen</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the screen…</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system gives no picture of its screen. Take a screenshot with its own tool and paste it here.</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video file…</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video to look at</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos ({patterns});;All files (*)</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{video}, frame {number}</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookBody</name>
    <message>
        <source>Go to Train</source>
        <extracomment>cnnstudio.ui.inspector.body</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities</source>
        <extracomment>cnnstudio.ui.inspector.body</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is ImageNet&apos;s network, EfficientNet-Lite0: it learned 1,000 classes from 1.2 million photographs. Nothing was trained here.</source>
        <extracomment>cnnstudio.ui.inspector.body</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network first</source>
        <extracomment>cnnstudio.ui.inspector.body</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a training has ended you see here, on any image, which parts made the network decide. Once there are runs, an earlier one can be chosen above.</source>
        <extracomment>cnnstudio.ui.inspector.body</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookPresenter</name>
    <message>
        <source>Open an image folder to list its images here.</source>
        <extracomment>cnnstudio.ui.inspector.presenter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted image</source>
        <extracomment>cnnstudio.ui.inspector.presenter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak evidence: {share} % of what is usual in the images looked at. {sentence}</source>
        <extracomment>cnnstudio.ui.inspector.presenter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {width} × {height} px</source>
        <extracomment>cnnstudio.ui.inspector.presenter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {epoch}</source>
        <extracomment>cnnstudio.ui.inspector.presenter</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookTabs</name>
    <message>
        <source>Heatmap</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossLine</name>
    <message>
        <source>Needs one output, and {layer} gives {count}: as the network is, this is cross-entropy.</source>
        <extracomment>cnnstudio.ui.training.loss_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step that Undo takes back.</source>
        <extracomment>cnnstudio.ui.training.loss_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The binary loss is for two classes; these images have {count}.</source>
        <extracomment>cnnstudio.ui.training.loss_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The binary loss needs one output: put a Dense layer with 1 unit before the Output; with two it is cross-entropy.</source>
        <extracomment>cnnstudio.ui.training.loss_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use cross-entropy</source>
        <extracomment>cnnstudio.ui.training.loss_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} gives one value for both classes, as for the binary loss. That works with any loss.</source>
        <extracomment>cnnstudio.ui.training.loss_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineNote</name>
    <message>
        <source>1 thread</source>
        <extracomment>cnnstudio.ui.training.machine_note</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic threads and precision are measured when a training starts.</source>
        <extracomment>cnnstudio.ui.training.machine_note</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <extracomment>cnnstudio.ui.training.machine_note</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices…</source>
        <extracomment>cnnstudio.ui.training.machine_note</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a training can run on, why a GPU is not used, and a test of each.</source>
        <extracomment>cnnstudio.ui.training.machine_note</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} threads</source>
        <extracomment>cnnstudio.ui.training.machine_note</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open an image folder or a sample first</source>
        <extracomment>cnnstudio.ui.main_window</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training waits until all images are checked</source>
        <extracomment>cnnstudio.ui.main_window</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Exact: score {score} = all cells {cells}, bias {rest}. </source>
        <extracomment>cnnstudio.ui.inspector.map_canvas</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, column {column}: {value}, {share} % {kind}</source>
        <extracomment>cnnstudio.ui.inspector.map_canvas</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest channels: {names}</source>
        <extracomment>cnnstudio.ui.inspector.map_canvas</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of what speaks against it</source>
        <extracomment>cnnstudio.ui.inspector.map_canvas</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of what speaks for it</source>
        <extracomment>cnnstudio.ui.inspector.map_canvas</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapCard</name>
    <message>
        <source>The image in its colours; the window holds what the network is given.</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue {low} … 0 … red {high}</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark {low} … bright {high}</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ends}, one scale for all channels</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapControls</name>
    <message>
        <source>Method</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes some seconds.</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapsTab</name>
    <message>
        <source>By number</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the layer</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an image</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an image in the Heatmap tab. Here you see what every channel of every layer answers to it.</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another image</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each its own scale</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale for all</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an image folder to look for the images that excite this channel most.</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted image</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest first</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image that is looked at; choose another one in the Heatmap tab.</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beginning</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>Copy details</source>
        <extracomment>cnnstudio.ui.message_area</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>cnnstudio.ui.message_area</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Click to go there</source>
        <extracomment>cnnstudio.ui.editor.mini_map</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview of the canvas</source>
        <extracomment>cnnstudio.ui.editor.mini_map</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkImporter</name>
    <message>
        <source>Import {name}</source>
        <extracomment>cnnstudio.ui.editor.importing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported {name}: {count} layers.</source>
        <extracomment>cnnstudio.ui.editor.importing</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Align</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems ({number})</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known about the network</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Network canvas</source>
        <extracomment>cnnstudio.ui.editor.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same layers stand as a table in the Analysis tab below.</source>
        <extracomment>cnnstudio.ui.editor.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Undo</source>
        <extracomment>cnnstudio.ui.data.notice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo what was just done</source>
        <extracomment>cnnstudio.ui.data.notice</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberValues</name>
    <message>
        <source>0.001, 0.01, 0.1 are equally far from each other: right for rates, whose order of magnitude matters.</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal factors</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many values a grid takes</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest value</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest value</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many values of the range a grid tries; other methods draw any value.</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values or a range</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values to try, with commas between them</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at least two values; a single one is no choice.</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the values to try with commas between them.</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal factors</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a grid:</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningView</name>
    <message>
        <source>Cancel</source>
        <extracomment>cnnstudio.ui.data.opening_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First images</source>
        <extracomment>cnnstudio.ui.data.opening_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through {name}: {found} found</source>
        <extracomment>cnnstudio.ui.data.opening_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through {name}…</source>
        <extracomment>cnnstudio.ui.data.opening_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>cnnstudio.ui.data.opening_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop looking through the folder</source>
        <extracomment>cnnstudio.ui.data.opening_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineDelegate</name>
    <message>
        <source>New name</source>
        <extracomment>cnnstudio.ui.editor.outline_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>All layers in the order data flows; the same as on the canvas.</source>
        <extracomment>cnnstudio.ui.editor.outline_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives</source>
        <extracomment>cnnstudio.ui.editor.outline_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headings of the outline</source>
        <extracomment>cnnstudio.ui.editor.outline_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline of the network</source>
        <extracomment>cnnstudio.ui.editor.outline_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverlayBar</name>
    <message>
        <source>Hold the button, or Space anywhere on the page, to see the image alone.</source>
        <extracomment>cnnstudio.ui.inspector.overlay_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the heatmap covers the image.</source>
        <extracomment>cnnstudio.ui.inspector.overlay_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <extracomment>cnnstudio.ui.inspector.overlay_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.overlay_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <extracomment>cnnstudio.ui.inspector.overlay_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the original while held</source>
        <extracomment>cnnstudio.ui.inspector.overlay_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message>
        <source>Choose an image on the Data page</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an image…</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a layer to change its settings and to see its formula.</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and the wheel zoom, the space bar and the mouse move the canvas, F shows all.</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a layer from the left into a wire; or press Enter on it to put it after the selected layer.</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything can be undone.</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this machine</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in the layers</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull a wire from the dot below a layer to the dot above another.</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to train</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a known network…</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you can do here</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problems} to mend before it can be trained</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>95 % interval {low} to {high} from {images} images. Always guessing the most frequent class would score {baseline}.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside the trained network</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More validation images would tell smaller differences.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all epochs the one with the lowest loss on the validation images is kept, so a little luck with them is in this figure. Images kept for the test split play no part in a choice; evaluate on them once, last.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision: right when it names the class. Recall: found of its images.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: true class. Columns: predicted. Click a number to see its images.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {name}</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See on single images which parts the network looked at.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slightly flattering: the epoch was chosen on these same images. Test images tell the rest.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two networks that are equally good still differ by chance: in at most 5 of 100 cases by so much.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {images} validation images, two trainings must differ by {points} points to be told apart (95 %).</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accuracy} validation accuracy</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} validation images are too few to tell any two trainings apart.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageColumns</name>
    <message>
        <source>Curves</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves and results</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every figure of a run, when its training has ended or it is opened.</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress and verdict</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layers learn and which do not: gradients, updates and dead ReLUs, of the training that runs or of the last epochs of the run that is open.</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>No layer is called that.</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search layers</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the layers</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteView</name>
    <message>
        <source>Layers to add</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParallelPlot</name>
    <message>
        <source>Chosen: {combination}</source>
        <extracomment>cnnstudio.ui.sweeps.parallel_plot</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combinations on parallel axes</source>
        <extracomment>cnnstudio.ui.sweeps.parallel_plot</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} of {count} combinations lie in the ranges.</source>
        <extracomment>cnnstudio.ui.sweeps.parallel_plot</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterPanel</name>
    <message>
        <source>Settings and figures</source>
        <extracomment>cnnstudio.ui.editor.parameter_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatchCard</name>
    <message>
        <source>Does it alone turn other images into {name}?</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images with the part pasted in</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of {name}</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste into other images</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pastes the part, where it was, into images of other classes and counts how many answers turn; beside it the same pixels shuffled.</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So this part alone is enough for many: look whether it belongs to the class.</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copied part</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {name} {before} before, {after} with the part</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{turned} of {others} images of other classes become {name} with it; {placebo} with the same pixels shuffled.</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatchRow</name>
    <message>
        <source>Kernel</source>
        <extracomment>cnnstudio.ui.inspector.steps.patch_rows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <extracomment>cnnstudio.ui.inspector.steps.patch_rows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values under the window</source>
        <extracomment>cnnstudio.ui.inspector.steps.patch_rows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ {sum}</source>
        <extracomment>cnnstudio.ui.inspector.steps.patch_rows</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinnedStrip</name>
    <message>
        <source>After epoch {epoch}</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch of the heatmaps</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every {count} epochs or so: more often would take over 3 % of the time.</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back through the epochs and see how what the network looks at has changed</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmaps for the true class, new after every epoch.</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept weights</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin other images</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned images</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch other validation images.</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the network looks for the true class of these validation images.</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinnedTile</name>
    <message>
        <source>{name}, class {true}</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {share} for its true class {true}; predicted {predicted}</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceChoice</name>
    <message>
        <source>Count the evidence in</source>
        <extracomment>cnnstudio.ui.inspector.epochs.places</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a rectangle…</source>
        <extracomment>cnnstudio.ui.inspector.epochs.places</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hottest place at last</source>
        <extracomment>cnnstudio.ui.inspector.epochs.places</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninth: {place}</source>
        <extracomment>cnnstudio.ui.inspector.epochs.places</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place whose share of the positive evidence is drawn over the epochs</source>
        <extracomment>cnnstudio.ui.inspector.epochs.places</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlotHead</name>
    <message>
        <source>Logarithmic scale</source>
        <extracomment>cnnstudio.ui.plot_parts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale: small changes late in a training become visible</source>
        <extracomment>cnnstudio.ui.plot_parts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <extracomment>cnnstudio.ui.plot_parts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything again (also by a double click)</source>
        <extracomment>cnnstudio.ui.plot_parts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <extracomment>cnnstudio.ui.plot_parts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PredictionDelegate</name>
    <message>
        <source>{predicted} ({share}), is {true}</source>
        <extracomment>cnnstudio.ui.inspector.image_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreprocessConfig</name>
    <message>
        <source>16-bit pictures</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind transparency</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour (3 channels) or grey (1 channel).</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut to the wanted proportions, pad with the mean colour, or stretch.</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the network&apos;s input in pixels.</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalisation</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale 0 to 65,535 to 0 to 255, or each picture&apos;s own darkest to brightest value.</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtract the mean and divide by the deviation of the training images or of ImageNet, or only scale to 0 to 1 or to -1 to 1. A pretrained network brings its own.</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shows through transparent parts of a picture.</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the network&apos;s input in pixels.</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>64 kernels of 9×9 slide over the same 150 × 150 pixels with 5,184 weights, where the dense layer needs 2,250,000. Each kernel finds its pattern wherever it is.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AlexNet</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As accurate as AlexNet with a fiftieth of its weights: 1×1 convolutions squeeze the channels before the 3×3 ones, and no dense layer is left.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CIFAR tutorial network</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense only</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EfficientNet-Lite0, pretrained</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four convolutions with batch normalisation and a global average at the end: learns from a few hundred images of 16 to 256 pixels within minutes on a laptop.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has seen 1.2 million photographs already: only the dense layer at its end learns your classes, in seconds and from a few dozen colour pictures. 4.7 million weights; best with images of 224 pixels.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made for telephones: depthwise convolutions filter each channel by itself, 1×1 convolutions mix them. 3.5 million weights and a sixth of ResNet-18&apos;s work.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MobileNetV2</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No convolution at all: every one of 100 units sees every pixel. On 150 × 150 grey pixels that takes 2,250,000 weights, and a picture moved by a pixel is a new picture to it. Compare it with One convolution.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One convolution</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the digits on cheques in the 1990s, with tanh and average pooling. 61,706 weights: trains in seconds.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-18</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-34</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-50</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second in the ImageNet challenge of 2014 and for years the network others were built on; 138 million weights and 15.5 billion multiply-adds an image, slow on a CPU.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts around every two convolutions let gradients through, so that depth helps at last; 11.7 million weights, an eighth of VGG-16&apos;s work, and more accurate than AlexNet.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small CNN</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SqueezeNet</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The descending half of the network that made segmentation of medical images work with few of them: two convolutions a level, then a pooling; here it ends in one answer for the image.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same blocks, sixteen of them. Without its shortcuts a network this deep learns worse than one half as deep; with them it learns better.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest of the VGG family, which showed that depth from nothing but 3×3 convolutions beats larger kernels; 133 million weights, 7.6 billion multiply-adds.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The three convolutions and two dense layers that many courses begin with; 122,570 weights for 32 pixels.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U-Net encoder</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VGG-11</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VGG-16</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won the ImageNet challenge of 2012 by far and began the era of deep learning; 61 million weights, most of them in its dense layers. This is the version of 2014 on one graphics card.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won the ImageNet challenge of 2015 in a deeper version; 1×1 convolutions narrow each block before its 3×3 one. Still the usual yardstick.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetsPopup</name>
    <message>
        <source>Delete</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this network of yours</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a network</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to the open images</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to the open images ({shape}, {classes} classes)</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this network</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by you.</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known networks</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name for this network</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, to start from this network again</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} · {shape} · {weights} weights · {work} multiply-adds</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewRequester</name>
    <message>
        <source> and </source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 layer has none: it is not connected, or something before it does not fit.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an image, and each layer shows what it makes of it.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ImageNet&apos;s weights</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures now: {reason}</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None from {name} on: it is too large for a picture.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures wait until the training has ended; choose another image to see them now.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained weights</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image} is being worked out.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}, with random weights: the network is not trained yet.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}, with the trained weights of the open run up to {last}, and random ones from {first} on.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}, with the trained weights of the open run.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}, with the weights {name} learned from ImageNet</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{learned}, and random ones in layers that are not trained yet.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} layers have none: they are not connected, or something before them does not fit.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Click a class, or press Enter on it, to see which parts speak for it.</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of every class</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbabilityModel</name>
    <message>
        <source>heatmap shown</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true class</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Probe</name>
    <message>
        <source>Row {row}, column {column}</source>
        <extracomment>cnnstudio.ui.inspector.probing.probe</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: strongest channels</source>
        <extracomment>cnnstudio.ui.inspector.probing.probe</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: this method does not add up channels</source>
        <extracomment>cnnstudio.ui.inspector.probing.probe</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemLine</name>
    <message>
        <source>Show</source>
        <extracomment>cnnstudio.ui.editor.overlays</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the problems</source>
        <extracomment>cnnstudio.ui.editor.overlays</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemRow</name>
    <message>
        <source>Mend: {label}</source>
        <extracomment>cnnstudio.ui.editor.problem_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {name} on the canvas</source>
        <extracomment>cnnstudio.ui.editor.problem_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemView</name>
    <message>
        <source>Back</source>
        <extracomment>cnnstudio.ui.data.problem_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <extracomment>cnnstudio.ui.data.problem_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How images are expected to lie</source>
        <extracomment>cnnstudio.ui.data.problem_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it another way…</source>
        <extracomment>cnnstudio.ui.data.problem_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be opened as an image folder</source>
        <extracomment>cnnstudio.ui.data.problem_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsView</name>
    <message>
        <source>No problems: the network can be trained.</source>
        <extracomment>cnnstudio.ui.editor.problems_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems of the network</source>
        <extracomment>cnnstudio.ui.editor.problems_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {number} more</source>
        <extracomment>cnnstudio.ui.editor.problems_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>CPU, 1 thread</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU, {count} threads</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the first step</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends after this batch; what was learned is kept.</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}, step {step} of {steps}</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the page where this can be mended.</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring and saving…</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not finished</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready yet</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused in epoch {epoch}, after step {step}. All of it is kept.</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to train</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting before the first step.</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it will take</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} The training goes on by itself as soon as it can.</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressReader</name>
    <message>
        <source>combination {trial} of {trials}, {text}</source>
        <extracomment>cnnstudio.ui.job_progress</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <extracomment>cnnstudio.ui.job_progress</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training {number} of {count}, {text}</source>
        <extracomment>cnnstudio.ui.job_progress</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Progress of the audit</source>
        <extracomment>cnnstudio.ui.inspector.audit.progress_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <extracomment>cnnstudio.ui.inspector.audit.progress_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <extracomment>cnnstudio.ui.rail</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RankingView</name>
    <message>
        <source>All validation images are of this class, or none is: there is nothing to draw.</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area {auc}: an image of this class ranks above another one in {share} of the cases. The dotted line is guessing (0.5).</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average precision {value}. Guessing would have {share}, the share of this class ({count} images).</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision-recall curve</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC curve</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suppose an image is called this class as soon as the network thinks it likely enough. From strict (left) to generous (right): how many are found, and at what price?</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class that is looked for</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>false alarms</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found (recall)</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessing</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right (precision)</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateDialog</name>
    <message>
        <source>Click anywhere to choose another rate</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without a change</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find learning rate</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss at each learning rate</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the images and the network…</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate {rate}, step {step} of {steps} at most</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search again</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the loss had shown where it falls.</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate rises from step to step, on a copy of the network, until the loss jumps.</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {rate}</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has fallen</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rises again</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateSearch</name>
    <message>
        <source>Find learning rate</source>
        <extracomment>cnnstudio.ui.training.rate_search</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try rising learning rates on a copy of the network and suggest one. Takes some seconds.</source>
        <extracomment>cnnstudio.ui.training.rate_search</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source> ({count} more)</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Data</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Network</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open images</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The binary loss is for two classes, and these images have {count}: choose another loss in the recipe.</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are listed but not all are checked yet; training waits until damaged ones are known.</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is not ready: {problem}{more}</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network takes {takes} but the images are prepared as {images}.</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network tells {has} classes apart but the folder has {wants}.</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images yet: open an image folder or a sample first.</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There must be at least one image for training and one for validation: change the shares on the Data page.</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipePanel</name>
    <message>
        <source>Recipe</source>
        <extracomment>cnnstudio.ui.training.recipe_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is trained</source>
        <extracomment>cnnstudio.ui.training.recipe_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeSection</name>
    <message>
        <source>Put these settings back to their usual values</source>
        <extracomment>cnnstudio.ui.training.recipe_group</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset {group} to the usual values</source>
        <extracomment>cnnstudio.ui.training.recipe_group</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <extracomment>cnnstudio.ui.training.recipe_group</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>cnnstudio.ui.training.recipe_group</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} changed</source>
        <extracomment>cnnstudio.ui.training.recipe_group</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemedySteps</name>
    <message>
        <source>Take back: {step}</source>
        <extracomment>cnnstudio.ui.data.remedy_steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{remedy}: done</source>
        <extracomment>cnnstudio.ui.data.remedy_steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{remedy}: taken back</source>
        <extracomment>cnnstudio.ui.data.remedy_steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RenameEditor</name>
    <message>
        <source>New name of the layer or block</source>
        <extracomment>cnnstudio.ui.editor.rename_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RepeatCard</name>
    <message>
        <source>A single figure can be luck: other seeds or folds show how much.</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} folds</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interrupted training goes on exactly where it was; those that have not begun are trained.</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean, spread and the curves of all trainings over one another.</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of all trainings</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the training</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all trainings</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train once</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the missing one</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the {count} missing</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training {number} of {count}: {words}</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains {count} times from other random beginnings: mean and spread tell what is luck. Takes {count} times as long.</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accuracy} so far</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seeds</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} trainings, each image once for validation: the whole folder is judged. Takes about {count} times as long.</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{members} are trained; all of it is kept.</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Repeating</name>
    <message>
        <source>Training {name}, {count} times</source>
        <extracomment>cnnstudio.ui.training.repeating</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>All figures</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certainty</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every figure follows from the answers on the validation images; they are on their way.</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a moment</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure again</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answers were kept</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC curves</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run did not keep its answers on the validation images: it is older, or they could not be saved. Look at the images once more, then every figure is here.</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to answer</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewLine</name>
    <message>
        <source>1 label looks doubtful</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels can be reviewed</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for doubtful labels</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for doubtful labels…</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No label looks doubtful</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels could not be reviewed</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open run says which labels look wrong, of the images it has not learned from.</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images the network has not learned from were judged.</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} labels look doubtful</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decided} of {count} decided</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunChooser</name>
    <message>
        <source>Layers with the same names and shapes take the weights of the run&apos;s best epoch; the others start anew.</source>
        <extracomment>cnnstudio.ui.training.run_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs with weights, the newest first</source>
        <extracomment>cnnstudio.ui.training.run_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a run</source>
        <extracomment>cnnstudio.ui.training.run_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from it</source>
        <extracomment>cnnstudio.ui.training.run_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run with weights yet: train a network first.</source>
        <extracomment>cnnstudio.ui.training.run_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share:.1f} % validation</source>
        <extracomment>cnnstudio.ui.training.run_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>not starred</source>
        <extracomment>cnnstudio.ui.runs.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <extracomment>cnnstudio.ui.runs.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>1 run</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every training is kept here with its settings and results, so that nothing you tried is lost.</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the runs</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the runs shown as CSV</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find runs</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find runs: words of any column</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Train page</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network, recipe, preparation, splits and augmentation of {name} are in use again.</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No epoch of this run ended, so there is nothing to look inside.</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only starred runs</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all} runs</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} runs were saved in {path}.</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {all} runs</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>Runs</source>
        <extracomment>cnnstudio.ui.runs.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsTabs</name>
    <message>
        <source>Runs</source>
        <extracomment>cnnstudio.ui.runs.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs and sweeps</source>
        <extracomment>cnnstudio.ui.runs.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweeps</source>
        <extracomment>cnnstudio.ui.runs.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which combination of several settings learned best.</source>
        <extracomment>cnnstudio.ui.runs.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleCard</name>
    <message>
        <source>Open the sample {title}</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScaleLegend</name>
    <message>
        <source>Every map is scaled to its own strongest place.</source>
        <extracomment>cnnstudio.ui.inspector.scale_legend</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw evidence: the last colour stands for {high}, the strongest place of this map has {peak}. Colours of two images can only be compared through these numbers, or with one scale for both.</source>
        <extracomment>cnnstudio.ui.inspector.scale_legend</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.scale_legend</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak {peak}</source>
        <extracomment>cnnstudio.ui.inspector.scale_legend</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScheduleView</name>
    <message>
        <source>1 epoch</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn as if every epoch were better than the one before; else it falls to {share} of its value after {patience} epochs without a lower validation loss.</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate over the epochs</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rises from {first} to {top} in {epochs}, then falls to {last}.</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rises from {first} to {top} in {epochs}.</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts at {first} and falls to {last}.</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate of every update, from the first epoch to the last</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} epochs</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} from the first update to the last.</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreenRegion</name>
    <message>
        <source>Draw a rectangle around what the network is to look at. Escape gives up.</source>
        <extracomment>cnnstudio.ui.inspector.live.screen_region</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a rectangle around what to look at; Escape gives up</source>
        <extracomment>cnnstudio.ui.inspector.live.screen_region</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionPanel</name>
    <message>
        <source>Duplicate</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values out</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action} what is selected</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Augmentation (training only)</source>
        <extracomment>cnnstudio.ui.data.settings_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of one picture stay in one split; every class is in each.</source>
        <extracomment>cnnstudio.ui.data.settings_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded images</source>
        <extracomment>cnnstudio.ui.data.settings_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparation</source>
        <extracomment>cnnstudio.ui.data.settings_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splits</source>
        <extracomment>cnnstudio.ui.data.settings_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder itself says which images train and which validate; only splits it lacks are made here.</source>
        <extracomment>cnnstudio.ui.data.settings_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message>
        <source>Before training</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each layer has units of its own; compare shapes, not colours.</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every method has units of its own; compare shapes, not colours.</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same image after every epoch whose weights the run keeps.</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks for each of the likeliest classes.</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak {peak}</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % done</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeveralView</name>
    <message>
        <source>A click shows that map at full size.</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the list and show the images in which least speaks for the class; otherwise as in the list</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps side by side</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale for all maps</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same colour stands for the same number in all of them; otherwise each is scaled to its peak</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakest evidence first</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakest first</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own peak</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−own peak</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>There is no log yet: nothing unexpected has happened.</source>
        <extracomment>cnnstudio.ui.shell</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shown</name>
    <message>
        <source>An audit that finds nothing does not prove that the network is right for the right reason. Test it on images from another source.</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are being prepared…</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images of {name}.</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count} more. Choose a class at the left to see its own.</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this audit cannot see</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all classes</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} classes are looked at. Choose one at the left.</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not looked at yet.</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideTabs</name>
    <message>
        <source>Layers to add, and the outline of the network</source>
        <extracomment>cnnstudio.ui.editor.side_tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitConfig</name>
    <message>
        <source>Another seed gives another split.</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide into this many equal parts, each in turn for validation (k-fold cross-validation); 0 or 1: one division by shares.</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files whose names agree in the {} part stay in one split: {}_* for patient7_03.jpg. * is any text, # any digits. Empty: names do not matter.</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep together</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share kept for a last test.</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the images kept for validation.</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test share</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation share</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the parts is for validation now.</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>What comes in</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes out</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to it</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {number} of {count}, row {row}, column {column}</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torch gave {given}: the two differ by more than rounding.</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value {number} of {count}</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, channel {number}</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, channel {number} of {count}</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, red, green and blue</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartLine</name>
    <message>
        <source>; and {count} more</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of weights…</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer whose setting Frozen is on, on the Network page, keeps its weights as they are; the others go on learning.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run…</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them learn again. Undo takes it back.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze the layers taken over</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let layers start with what another network has learned: that of a run, or of a file.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the layers taken over learn</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights again</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a file of weights</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting anew: {layers}</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts from</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken over: {layers}</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights to start from are still being looked at; this takes a moment.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They keep their weights and only the others learn: for few images that resemble the earlier ones. Where all layers are taken over, the last one still learns. Undo takes it back.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying several settings starts from random weights each time: choose those under What is trained first.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the training starts from</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} layers are taken over</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}, in {path}</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{taken}; not {others}{more}.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>  (+{count} more)</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the program</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what runs</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs now</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: stopping…</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsTab</name>
    <message>
        <source>Choose an image</source>
        <extracomment>cnnstudio.ui.inspector.steps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an image in the Heatmap tab. Here you see, number by number, what the network makes of it.</source>
        <extracomment>cnnstudio.ui.inspector.steps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another image</source>
        <extracomment>cnnstudio.ui.inspector.steps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.steps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted image</source>
        <extracomment>cnnstudio.ui.inspector.steps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image that is taken apart; choose another one in the Heatmap tab.</source>
        <extracomment>cnnstudio.ui.inspector.steps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StripLegend</name>
    <message>
        <source>Colours of the gradients, from a millionth of the weights&apos; size to ten times</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StripTabs</name>
    <message>
        <source>Epochs</source>
        <extracomment>cnnstudio.ui.inspector.epochs.strip_tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <extracomment>cnnstudio.ui.inspector.epochs.strip_tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map after every epoch the run keeps: when did the network begin to look there?</source>
        <extracomment>cnnstudio.ui.inspector.epochs.strip_tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map at every layer</source>
        <extracomment>cnnstudio.ui.inspector.epochs.strip_tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuspicionCard</name>
    <message>
        <source>Accuracy on the class&apos;s images with it</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on those without it</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one in the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these images</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show those without it</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with the brush</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was measured</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With it: {name}</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it: {name}</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepAxisRow</name>
    <message>
        <source>Do not vary this setting</source>
        <extracomment>cnnstudio.ui.training.sweep_axis_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting to vary</source>
        <extracomment>cnnstudio.ui.training.sweep_axis_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepCard</name>
    <message>
        <source>About {time} left</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} combinations are done.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another terminal helps with:</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best so far: {accuracy} %, {combination}.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combination {number} of {count}</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combination {number} of {count}, training {training} of {trainings}</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every combination so far, as a plot and as a table, on the Runs page.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the sweep</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the table</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {done} of {count} combinations are done, and all of it is kept.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try what is left; a training that was stopped goes on exactly where it was.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} failed.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} given up early.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepDialog</name>
    <message>
        <source>Add a setting</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a setting to vary</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a setting to vary.</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without trying anything</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every combination is trained and kept as a run; a plot and a table show which learned best. What is not varied here stays as it is in the recipe.</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the sweep a name.</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings to vary</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start trying</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This setting is varied above already.</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try several settings</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sweep is called, here and in a terminal that helps with it.</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting} is only read {reason}: all its values would give the same training.</source>
        <extracomment>cnnstudio.ui.training.sweep_unread</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepList</name>
    <message>
        <source>Sweeps</source>
        <extracomment>cnnstudio.ui.sweeps.sweep_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <extracomment>cnnstudio.ui.sweeps.sweep_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <extracomment>cnnstudio.ui.sweeps.sweep_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}, best {best} %</source>
        <extracomment>cnnstudio.ui.sweeps.sweep_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepMethodForm</name>
    <message>
        <source>A grid has all of its own: {sizes} = {count}.</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bayesian</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combinations</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws values near those that did well, after the first ten.</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws values; with many settings it finds good ones sooner than a grid.</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends a combination that does worse than the middle of the others, after three epochs.</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up early</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid: all of them</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many combinations are drawn and tried.</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds of each</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries every combination of the values.</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepPlan</name>
    <message>
        <source>A grid tries every combination; random draws values; bayes draws them where others did well.</source>
        <extracomment>cnnstudio.sweeps.plan.SweepPlan.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many combinations are tried; a grid tries all of its own.</source>
        <extracomment>cnnstudio.sweeps.plan.SweepPlan.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <extracomment>cnnstudio.sweeps.plan.SweepPlan.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <extracomment>cnnstudio.sweeps.plan.SweepPlan.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainings of each combination, with different seeds; their spread tells what is luck.</source>
        <extracomment>cnnstudio.sweeps.plan.SweepPlan.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials</source>
        <extracomment>cnnstudio.sweeps.plan.SweepPlan.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepResult</name>
    <message>
        <source>Copy</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table as text</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag along an axis to keep a range of it; a click beside the range keeps all again. Thicker is better. Point at a line for its values.</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find combinations</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find combinations: words of any column</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table as CSV</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all combinations again</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} combinations</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {count} combinations</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepTable</name>
    <message>
        <source>Combinations</source>
        <extracomment>cnnstudio.ui.sweeps.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sweeps</name>
    <message>
        <source>Combination {number}</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. {number}: {combination}</source>
        <extracomment>cnnstudio.ui.sweeps.detail</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best of many is partly the luckiest: train it again with other seeds, or test it on images kept for a last test, before you believe its figure.</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainings</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <extracomment>cnnstudio.ui.sweeps.columns, cnnstudio.ui.sweeps.scales</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given up</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running, {epochs} epochs done</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepsView</name>
    <message>
        <source>Another terminal helps with: {command}</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bayesian</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command for another terminal</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the sweep</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Train page</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sweeps yet</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command is on the clipboard: {command}</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {name} is not on this machine: it was trained elsewhere, or deleted.</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of combination {number} of {name} are in use.</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try several settings at once: each combination is trained, and you see here which learned best. The button is on the Train page, below Start training.</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try what is left; its images are opened first, when others are.</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} combinations are on the clipboard.</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} combinations were saved in {path}.</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} running</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} trainings each</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} combinations done</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetChoice</name>
    <message>
        <source>Another class: then red speaks for the first rather than for this one, blue the other way.</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence for</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rather than</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class whose evidence is shown: type a part of its name, or click a probability.</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all others (log-odds)</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted class</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rather than</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the runner-up</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TermModel</name>
    <message>
        <source>class</source>
        <extracomment>cnnstudio.ui.inspector.steps.term_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TermTable</name>
    <message>
        <source>The first {shown} come to {sum}, the other {count} to {rest}.</source>
        <extracomment>cnnstudio.ui.inspector.steps.term_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The terms, the largest first</source>
        <extracomment>cnnstudio.ui.inspector.steps.term_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThresholdView</name>
    <message>
        <source>A lower threshold lets it answer.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network may say “I am not sure” and leave an image to a person. Move the slider: the surer it must be, the fewer images it answers, and the more of its answers are right.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer only when at least {threshold} sure: no image is answered.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer only when at least {threshold} sure: {share} of the images are answered, {right} of them right.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer when at least {threshold} sure: every image is answered, {right} of them right.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the threshold that answers the most images with so many right.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure the network must be to answer at all.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least certainty</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No threshold has {share} of its answers right.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When should it answer?</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered images</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right answers</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered} of {images} validation images; 95 % interval of the right ones {low} to {high}. A threshold chosen on these images promises a little too much: test it on others.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} right</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopImagesCard</name>
    <message>
        <source>Cancel</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find runs the validation images of the open folder through the network, once for all channels.</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the images</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images that excite the channel most</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the validation images through the network up to this layer.</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What excites it most</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {value}; a click shows it in the Heatmap tab</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Back to the step before</source>
        <extracomment>cnnstudio.ui.tour.card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided tour</source>
        <extracomment>cnnstudio.ui.tour.card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided tour, step {number} of {count}</source>
        <extracomment>cnnstudio.ui.tour.card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the tour; opening the sample again goes on with it</source>
        <extracomment>cnnstudio.ui.tour.card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this step</source>
        <extracomment>cnnstudio.ui.tour.card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TraceView</name>
    <message>
        <source>Probability after each change: {values}</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainConfig</name>
    <message>
        <source>Accumulation</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for a little less than certainty, against overconfidence. 0.1 is usual, 0 is off.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced lets every class count alike, however few its images.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches gathered for one update, as if they were one batch larger than fits into the memory. 1 updates after every batch.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class weights</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stopping</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs between two falls of the learning rate.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs in which the learning rate rises to its value; helps large rates over the start. With One cycle 0 means three tenths of the training.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs without a lower validation loss before the learning rate falls.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls every</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls to</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focal gamma</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far a step moves the weights. Too large jumps about, too small crawls; 0.001 is usual with Adam, 0.01 with SGD.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times every training image is seen. 10 to 50 is usual for a start.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much easy images are left aside. 2 is usual; 0 is cross-entropy.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the last step is kept, 0 to 1; damps the swing. 0.9 is usual.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate changes: a falling one finds the bottom that a constant one jumps over.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights follow the gradient. Adam works without tuning; SGD with momentum rewards it.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How weights start: Kaiming for ReLU, Xavier for sigmoid and tanh. Zeros is there to see that it fails.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images at once</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images computed at a time, to spare the memory; 0 takes the whole batch.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images that one step learns from. Larger batches are steadier, smaller ones noisier; 16 to 64 is usual.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialisation</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep epochs</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a running mean of the weights (EMA), which is steadier; 0.99 to 0.999 is usual, 0 is off.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest gradient a step may follow. 1 tames a training that jumps, 0 is off.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks ahead along the momentum before it steps; often a little faster.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plateau patience</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls weights to zero; a little works against overfitting. 0.0001 to 0.01 is usual, 0 is off.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save every</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds between two saves within an epoch: about what a crash can cost. Slow disks are saved to less often.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest change</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after so many epochs without a better validation. 5 to 10 is usual, 0 never stops early.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same curve; others show how much is luck.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads of the processor; 0 measures at the start and chooses.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight averaging</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of at most so many epochs, evenly spaced and in 200 MB, are kept to look back at in Look inside. 0 keeps the best and the last alone.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes. Automatic takes a GPU where there is one.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as better; smaller changes count as none. 0.01 is one point of accuracy, or 0.01 of the loss.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What early stopping watches: the validation&apos;s loss or its accuracy.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is made small. Cross-entropy for most; focal looks at hard images; binary for two classes and one output.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by when it falls: 0.1 leaves a tenth of it.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bfloat16 halves the digits and is faster on some processors; automatic measures and takes it only where it pays. Heatmaps are always float32.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Repeats</source>
        <extracomment>cnnstudio.ui.training.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingControls</name>
    <message>
        <source> more epoch</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> more epochs</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on exactly where the training was (F6).</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many epochs more</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new training with {changes}; the rest of the recipe stays.</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again with {changes}</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this batch (Shift+F5); what was learned so far is kept, and the training can go on later.</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop training</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training goes on from where it ended and becomes as long as if the recipe had said so.</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network with this recipe (F5). Everything is kept as a run.</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with each combination of the values you choose, and see which learns best.</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try several settings…</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait after this batch (F6). All of it is kept, also when the program is closed meanwhile.</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingStarts</name>
    <message>
        <source>Looking at the weights of {name}</source>
        <extracomment>cnnstudio.ui.training_starts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network of {name} is on the canvas now, for it has no layer in common with the one before. Undo brings that back.</source>
        <extracomment>cnnstudio.ui.training_starts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} The next training starts from random weights; to start from others, choose another run or file on the Train page.</source>
        <extracomment>cnnstudio.ui.training_starts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Animation</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel out</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel that comes in</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel that comes out</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the whole map (End)</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first value (Home)</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer before (Page Up)</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next layer (Page Down)</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: nothing moves by itself; every step is taken by hand.</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step on</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} values a second</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialAnswer</name>
    <message>
        <source>Change the image</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase a part and see whether the answer falls: then the network needs it.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardly more than the controls: one part in {count} does that by chance.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much more than in any of {count} controls: this part matters.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more than the controls: this does not show that the part matters.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities now</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controls raise it less: this part speaks against the class, or what was put in its place speaks for it.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same area elsewhere, or shuffled, {count} times: {low} to {high}, {middle} on average.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points, with {share} of the image changed.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialCanvas</name>
    <message>
        <source>Image as the network is given it, to be changed</source>
        <extracomment>cnnstudio.ui.inspector.trials.canvas</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialTab</name>
    <message>
        <source>As the network is given it: {width} × {height} px. The folder is not changed.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the list at the left: you can erase parts of it and watch the network&apos;s answer.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase the part you want to copy first, with the brush or the lasso.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image chosen</source>
        <extracomment>cnnstudio.ui.inspector.trials.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialTools</name>
    <message>
        <source>Blur</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour around it</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the surroundings</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the part that was erased, as it was, to paste it into other images.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diameter of the brush.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase the hottest</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase what you draw a line around.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase what you paint over.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erases the places with the most evidence, as the heatmap of the usual layer says. Watch whether the probability falls faster than with the same area elsewhere.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill with</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasso</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay down the part you have copied.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the hottest pixels to erase</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the image as it was.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffled pixels</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last change back.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image itself out of focus: colours stay, shapes go.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean colour of what lies around: calm, without an edge of its own.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same pixels in a random order: colours stay, every shape is destroyed.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What erased parts are filled with</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What holds with every filling is worth more than what holds with one.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies around is continued inwards.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrustPanel</name>
    <message>
        <source>A heatmap always looks convincing. The checks ask: does it change when the network forgets what it learned? Does the answer hang on the marked places, more than on random ones? Is it about this class? Does it stay when the image hardly changes? They take some seconds; methods that are slow themselves are looked at quickly first.</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can this map be trusted?</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this map</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check thoroughly</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks of the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the list at the left; then its heatmap can be checked.</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image chosen</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the checks</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the whole map and more repetitions; takes minutes, can be stopped.</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the image</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} of {image}</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrustRowCard</name>
    <message>
        <source>How it is judged: {rule}</source>
        <extracomment>cnnstudio.ui.inspector.trust_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueGrid</name>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <extracomment>cnnstudio.ui.inspector.value_grid</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value {number}</source>
        <extracomment>cnnstudio.ui.inspector.value_grid</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} (beyond the border: a zero that was added)</source>
        <extracomment>cnnstudio.ui.inspector.value_grid</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Verdict</source>
        <extracomment>cnnstudio.ui.training.verdict_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else is to be said of this training</source>
        <extracomment>cnnstudio.ui.training.verdict_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <extracomment>cnnstudio.ui.training.verdict_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Video</name>
    <message>
        <source>{name} is damaged: only its first {frames} frames can be read.</source>
        <extracomment>cnnstudio.ui.inspector.live.video</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Colours</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divider</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed end of the scale</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the map is shown</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In units of the raw map; the legend shows them</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laid over as</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline the receptive field of the cell under the pointer</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale up to</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen with</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign, scale, colours, cells, divider, colour vision</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer&apos;s own cells</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map at one side, the image at the other</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View ▾</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a cell can see</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without smoothing between the cells</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsCard</name>
    <message>
        <source>Download</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the weights of this network</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights come with the program and work offline.</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Megabytes downloaded</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the download</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} MB</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}&apos;s weights are not on this computer: {size} MB from download.pytorch.org. Without a connection take EfficientNet-Lite0, whose weights come with the program, or add a file with &apos;cnnstudio weights add FILE&apos;.</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}&apos;s weights are on this computer ({size} MB).</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Build a convolutional network, train it on pictures and look at what it looks at. Start with a sample or your own images.</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open image folder…</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent folders</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See how a network learns to see</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop a folder anywhere in this window. Each sub-folder is a class: cats/ and dogs/, or train/ and val/ with the classes inside. Nothing in it is ever changed.</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Switch off</source>
        <extracomment>cnnstudio.ui.data.augment_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>About CNN Studio</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change between the light and the dark scheme</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the network</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every training so far, to compare and to open again</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find images that came or went since the folder was opened</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the computer awake while it trains</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the training wait after its batch, and go on where it was</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the folder again</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with one sub-folder a class</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open image folder…</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file that unexpected errors go to</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples and recent folders</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what a trained network looks at</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the log file</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this batch; what was learned so far is kept</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer does not fall asleep by itself before the training has ended</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images, how they are prepared, divided and changed at random</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network and watch it learn</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network on the images</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with each combination of the values you choose, and see which learns best</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try several settings…</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, licences and credits</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome page</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>audit_levels</name>
    <message>
        <source>In the images, hardly used</source>
        <extracomment>cnnstudio.ui.inspector.audit.level_signs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <extracomment>cnnstudio.ui.inspector.audit.level_signs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relies on a shortcut</source>
        <extracomment>cnnstudio.ui.inspector.audit.level_signs</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>check that this installation works</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>help with a sweep that was begun elsewhere</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list images whose label looks wrong to a run</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the runs</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the samples, or unpack one and print its folder</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list what a training can run on, why a GPU is not used, and test each</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list, download, add or remove the ImageNet weights of pretrained networks</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list, export, import or clear your decisions about the images of a folder</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look through an image folder: classes, layout, files that cannot be used</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the window, with a folder or a sample</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the layer table of a preset or a network file</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what a network trained on ImageNet&apos;s 1,000 classes sees in images, without training</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what each class of a run looks at, and whether it takes a shortcut</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show where a run looks in images (heatmaps)</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show, clear or limit the decoded images kept on this disk</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggest a learning rate for a training, by trying rising ones</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell where the object is in each image, from heatmaps, and how well known boxes are met</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test a run on an image folder</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train a network on an image folder</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train, evaluate and explain on the digits sample; writes report.html</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try settings and tell which combination learned best</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a network as PyTorch source</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>, </source>
        <extracomment>cnnstudio.wording</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first_ones} and {last}</source>
        <extracomment>cnnstudio.wording</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first_ones} or {last}</source>
        <extracomment>cnnstudio.wording</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>104 photographs of animals, buildings and tools. So few that a network overfits.</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2,000 handwritten digits, ten classes, 28 × 28 grey. Learned in half a minute.</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EXIF block</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardly anything can be seen in them.</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG&apos;s colour subsampling</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos with a hidden shortcut</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos with a hidden shortcut, mended</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in these photographs gives a class away. Train, be pleased, then find out: a guided tour.</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same photographs in the same splits without what gave the class away.</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are nearly white: overexposed, or empty pages.</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have no sharp edge even when made small, unlike most others of this folder.</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They show one grey nearly everywhere: fog, a wall, a lens cap.</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits and channels of the file</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blur of the edges</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blurred picture</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blurred pictures</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brightest tone</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brightness</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brightness of the rim</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes a pixel</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>camera model</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contrast</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>darkest tone</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evenness of the rim</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file size</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file size for the detail shown</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind of file</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lack of colour</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture height</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture width</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture with hardly any contrast</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures with hardly any contrast</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>program that saved it</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proportions of the picture</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sharpness</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tint between blue and yellow</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tint between green and red</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tint of the brightest tones between green and blue</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tint of the brightest tones between green and red</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very bright picture</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very bright pictures</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very dark picture</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very dark pictures</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>explain</name>
    <message>
        <source>A background that goes with the class in some images only is found when the network relies on it; images that merely share it are reported when the background alone tells the class nearly always. Of a background that only six in ten images of the class have, or with fewer than about twenty images of a class, much is missed.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A background that went with the class only in the images the network learned from, and not in the audited ones, is not seen.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A brightness, sharpness or tint that goes with a class, and not with its brightest and darkest tones or the blur of its edges, counts only when it is nearly the same in all its images or changing it changes the answers: scenes differ in these honestly.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pattern that all classes carry alike, or that moves with the object (a collar, a hand that holds it), is not taken for a mark.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ablation-CAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averages the slope of the score over copies of the image with a little noise, which leaves less speckle (Smilkov et al. 2017).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backgrounds are compared by the colours and the roughness of what is far from the object. Scenes that are told apart by their things alone (a goal, a manger) are not seen.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backgrounds that go with a class</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blur</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cividis</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour around it</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the surroundings</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cool to warm</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts only cells whose increase would raise the score: fine maps of early layers, without what speaks against the class (Jiang et al. 2021).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark corners, a weak tint, or one of less than about half of a class&apos;s images, cannot be told from what the scenes bring along.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description (JSON)</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws the edges of the image sharply. An edge view, not evidence: it hardly changes with the weights of the network (Springenberg et al. 2014).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EigenCAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element-wise Grad-CAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure: image, map, overlay</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives cells with a rising score more say in a map&apos;s weight, so that several things of the class show at once (Chattopadhay et al. 2018).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grad-CAM++</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient size</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients × input</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided backpropagation</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap over the image</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HiResCAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides one part of the image after the other and shows how much the score falls; coarse, but it asks the network itself (Zeiler and Fergus 2014).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images are compared at 112 pixels a side: finer lines are not seen. Where the objects themselves lie at the same place in all images, as scanned digits do, a faint mark beside them may be missed.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the images, hardly used</source>
        <extracomment>cnnstudio.explain.audit.words.LEVELS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferno</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jet</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jet shows edges where the evidence has none, and cannot be read with every kind of colour vision.</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LayerCAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of equal evidence</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magma</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks at another place in each image are found only where they are opaque and the same pixel for pixel; faint, turned or resized ones are not.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks, stamps, borders and tints</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies every cell with its own gradient and drops what is negative before adding up, so it shows more than the network used.</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies every cell with its own gradient instead of the mean one, so no evidence moves to places the network did not use; grainy at early layers (Draelos and Carin 2020).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies every pixel with the slope of the score there: fine and noisy; adds up to the score of a linear network (Shrikumar et al. 2016).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the detectors found a shortcut. That is no proof that there is none; see what this audit cannot see.</source>
        <extracomment>cnnstudio.explain.audit.words.LEVELS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <extracomment>cnnstudio.explain.audit.words.LEVELS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers at the image&apos;s size (32-bit TIFF)</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers at the image&apos;s size (NPY)</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the layer&apos;s cells (NPY)</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occlusion</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the files, size, proportions, kind, bits, JPEG quality and subsampling, EXIF block, camera, program, tones, blur, contrast, tint and rim are looked at, nothing else; proportions, kind, bits, subsampling and what the EXIF block says are told, but whether the network uses them is not tested.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture with scale and caption</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Properties of the files</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relies on a shortcut</source>
        <extracomment>cnnstudio.explain.audit.words.LEVELS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score-CAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets every map of a layer to nothing in turn, and weighs it by how much the score falls; needs no gradients (Ramaswamy and Desai 2020).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares the difference between the score of the image and that of an empty one out to the pixels; how far they fail to add up is told (Sundararajan et al. 2017).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows at which pixels the smallest change would move the score most, up or down (Simonyan et al. 2013).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the network the image through every map of a layer, and weighs the map by the score it gets then; needs no gradients (Wang et al. 2020).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what the maps of a layer have in common most, whatever the class (Muhammad and Yeasin 2020).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffled pixels</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmoothGrad</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that need not belong to the class goes with it in the images, and the network&apos;s answers change when it is taken away or put into other images.</source>
        <extracomment>cnnstudio.explain.audit.words.LEVELS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that need not belong to the class goes with it in the images; the network&apos;s answers hardly depend on it, or no test could show that they do.</source>
        <extracomment>cnnstudio.explain.audit.words.LEVELS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strokes that many images of a written character share may be taken for a recurring mark; the pictures show it.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image itself out of focus: colours stay, shapes go.</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean colour of what lies around: calm, without an edge of its own.</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same pixels in a random order: colours stay, every shape is destroyed.</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turbo</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turbo cannot be read with every kind of colour vision; choose another one to show to others.</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual colour vision</source>
        <extracomment>cnnstudio.explain.color_maps.VISIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viridis</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighs every map of a layer by how much it raises the class score, and adds them up: which places spoke for the class (Selvaraju et al. 2017).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighs every map of a layer by its cells&apos; share in the score; for layers after their activation (Fu et al. 2020).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies around is continued inwards (Telea 2004).</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without blue (tritanopia)</source>
        <extracomment>cnnstudio.explain.color_maps.VISIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without boxes the object is estimated from colours and structure; where it is missed, exchanging the background exchanges parts of the object too. Images without an object, such as textures or maps, have no background: what is said of theirs means nothing.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without green (deuteranopia)</source>
        <extracomment>cnnstudio.explain.color_maps.VISIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without red (protanopia)</source>
        <extracomment>cnnstudio.explain.color_maps.VISIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XGrad-CAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image, map and overlay side by side, with scale and caption</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines at a quarter, half and three quarters of the scale over the image</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overlay, scale and a caption in one picture</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probabilities, evidence and how to make it again</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the heatmap over the image, at the image&apos;s own size, hatched where the network never looked</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same as a TIFF of 32-bit floating point</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scale with its numbers</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the signed numbers at the image&apos;s own size, not-a-number where never seen</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the signed numbers in the layer&apos;s own cells</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>The classes or splits of {count:,} images do not follow from the folder, and a script would have to name each of them. Put the images into one folder a class and train again, or export another format.</source>
        <extracomment>cnnstudio.export.training_code.division</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export_menu</name>
    <message>
        <source>A folder with a heatmap of every image, their scores and a manifest</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A script that makes this map again with PyTorch alone</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the figure: image, map, overlay</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of the list…</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures, numbers and a description of the map on show</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as Python…</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side, with the scale and a caption</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heatmap over the image, as large as the image</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same script as a file</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This heatmap…</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export_words</name>
    <message>
        <source>Made with the weights after epoch {epoch}, not with the best ones.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with the weights before training, not with the best ones.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page shows a mean over the last pictures; this is the map of the single one.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.words</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>field_texts</name>
    <message>
        <source>16 bits (bfloat16)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bits (float32)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple GPU (MPS)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilinear</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary (one output)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focal</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full range</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ImageNet</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kaiming</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA GPU (CUDA)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest pixel</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cycle</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only 0 to 1</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only −1 to 1</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own range</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch&apos;s own</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSprop</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random changes to training images, ready-made from nothing to strong; what would harm these images is left out.</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce on plateau</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network on the canvas, ready-made ones and your own, fitted to the images.</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With tanh</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros (learns nothing)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>inspector_tabs</name>
    <message>
        <source>Audit</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step by step</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>map_controls</name>
    <message>
        <source>All layers</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All methods</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of the list</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeliest classes</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One image with one map</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One map</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first images of the list at the left</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same image with every state of the weights the run keeps</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same method at every layer</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same question put to every method</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two images, or two runs, with the same zoom and pointer</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks for each of the likeliest classes</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class-agnostic</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails sanity check</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>network</name>
    <message>
        <source>
{input} / {groups} = {inputs:g} channels a group</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (or a single one)</source>
        <extracomment>cnnstudio.network.kinds.output</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({after:.0f} times)</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Choose a larger batch size in the recipe, or another normalisation.</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Choose larger images.</source>
        <extracomment>cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Did you mean &apos;{lowered}&apos;?</source>
        <extracomment>cnnstudio.network.names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> There are: {name}.</source>
        <extracomment>cnnstudio.network.names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> after {listed}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> over {input:,}</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(x − mean) / √(variance + {eps:g})</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, connected to nothing before it</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, stride {short_pair},</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with padding {height} × {width}</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {groups} groups</source>
        <extracomment>cnnstudio.network.kinds.convolution, cnnstudio.network.kinds.transposed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 with probability {value:g}, else x / (1 − {value:g}) = {other_p:.3g} · x</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.5 · x · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 value</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 classes, one logit z for both: (−z/2, z/2)</source>
        <extracomment>cnnstudio.network.kinds.output</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block&apos;s name needs at least one letter, digit or sign that can be seen.</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer&apos;s name needs at least one letter, digit or sign that can be seen.</source>
        <extracomment>cnnstudio.network.names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network has at most {limit:,} blocks.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network has at most {limit:,} comments.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network has at most {limit:,} layers.</source>
        <extracomment>cnnstudio.network.graph</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network&apos;s name cannot have {group} in it.</source>
        <extracomment>cnnstudio.network.own_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network&apos;s name has at most {limit} characters, and this one has {count}.</source>
        <extracomment>cnnstudio.network.own_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Input</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Output</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add block</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add comment</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {layer_kind}</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input shape is channels, height and width, such as 3,64,64.</source>
        <extracomment>cnnstudio.network.fitting, cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another block is already called {name}.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another layer is already called {cleaned}.</source>
        <extracomment>cnnstudio.network.graph</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}.</source>
        <extracomment>cnnstudio.network.exported_program_reader, cnnstudio.network.onnx_outline</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change comment</source>
        <extracomment>cnnstudio.network.comment_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close block</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect {last} to {layer}</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut out the middle</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve block</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve {block}</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to the images</source>
        <extracomment>cnnstudio.network.fitting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to {classes} classes</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to {input_shape}</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold into a block</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze the layers taken over</source>
        <extracomment>cnnstudio.network.freezing_layers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input {port} of {target} is already connected to {holder}.</source>
        <extracomment>cnnstudio.network.graph_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert 1×1 convolution with {wanted} feature maps{step} before input {index}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert Dense with {classes} units</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert Dense with {wanted} units before input {index}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert Dense with {wanted} units before input {wrong}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert Flatten</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert Flatten and Dense</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert ReLU</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert adaptive average pooling to {size} before input {wrong}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert global average pooling</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert global average pooling and Dense</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert max pooling {window}×{window} before {layer}</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert {layer_kind}</source>
        <extracomment>cnnstudio.network.edits, cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert {titles}</source>
        <extracomment>cnnstudio.network.misfit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the size (same)</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let in_features follow</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the layers taken over learn</source>
        <extracomment>cnnstudio.network.freezing_layers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move block</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move layer</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move layer down</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move layer up</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {count} blocks</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {count} layers</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing arrives at {layer}: connect the last layer to it.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can follow {source}: it is the network&apos;s end.</source>
        <extracomment>cnnstudio.network.node</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing comes before {layer}: connect it first.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing comes before {layer}: it cannot move up.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing follows {layer}: it cannot move down.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open block</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening an ONNX file needs the library onnx: pip install onnx</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste {noun}</source>
        <extracomment>cnnstudio.network.pasting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling {level} is left out: one pixel remains before it.</source>
        <extracomment>cnnstudio.network.preset_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling {number} is left out: one pixel remains before it.</source>
        <extracomment>cnnstudio.network.preset_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove comment</source>
        <extracomment>cnnstudio.network.comment_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove layer</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {count} comments</source>
        <extracomment>cnnstudio.network.comment_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {count} layers</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <extracomment>cnnstudio.network.misfit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename block</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace network</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set classes to {channels}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set dilation of {layer} to {gap}</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set groups to 1</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set groups to {groups}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set in_features to {channels}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set kernel size to {kernel}</source>
        <extracomment>cnnstudio.network.design_checks, cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set num_groups to 1</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set num_groups to {groups}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set out_channels to {multiple}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set out_features of {dense} to {classes}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set output padding to {short_pair}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set padding to 0</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set padding to {short_pair}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set padding to {short_pair} instead of same</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set pieces to {number}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set repeat count</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set size to {rest}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set size to {smaller}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set stride to 1</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the repeat count of {block} to 1</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the repeat count of {repeated} to {number}</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the repeat count to 1</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set window size to {smaller}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set window size to {wider}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set window size to {window}</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {mid_sentence}</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file leaves the image size open; {usual_px} pixels are taken.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first convolution and the second stage have stride 1 instead of 2, so that something is left of images under 64 pixels.</source>
        <extracomment>cnnstudio.network.preset_blocks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first convolution is 3×3 with stride 1 instead of 7×7 with stride 2, so that something is left of images under 64 pixels.</source>
        <extracomment>cnnstudio.network.preset_blocks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first convolution is {kernel}×{kernel} with stride {stride} instead of 11×11 with stride 4, which would leave too little of images under 128 pixels.</source>
        <extracomment>cnnstudio.network.preset_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first convolution pads by 2, as is usual for images under 32 pixels.</source>
        <extracomment>cnnstudio.network.preset_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last feature map is pooled to {size}×{size} instead of {published}×{published}; the first dense layer has that much fewer weights.</source>
        <extracomment>cnnstudio.network.preset_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no Input, so no image can enter it.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no Input: add one first.</source>
        <extracomment>cnnstudio.network.fitting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no Output, so no class can come out of it.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no Output: add one first.</source>
        <extracomment>cnnstudio.network.fitting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has {whole:,} weights and {training_images:,} training images, {other_whole:,} weights for each image: it can learn them by heart. {largest} alone has {weight:,}. Make it smaller, add images or augmentation, or expect overfitting.</source>
        <extracomment>cnnstudio.network.capacity_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network in {file} cannot be used</source>
        <extracomment>cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network was saved by a newer version of the program (schema_version {version}); this one reads up to {schema_version}. Update the program to open it.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is too long to be a network.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values that {layer} averages each saw only {field} × {field} of the image&apos;s {side} × {sides} pixels (their receptive field): the network can tell textures apart, but no shape larger than that. At least {wanted} pixels are wanted: pool earlier, or spread a kernel by dilation.</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no weights called {name} to download.{suggestion}</source>
        <extracomment>cnnstudio.network.published_weights</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a layer {checked}.</source>
        <extracomment>cnnstudio.network.graph</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a network {present}. Choose another name or replace it.</source>
        <extracomment>cnnstudio.network.own_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already something with the id {some_id}.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no block {name_or_id}.{suggestion}</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no comment {comment_id}.</source>
        <extracomment>cnnstudio.network.annotations, cnnstudio.network.comment_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no comment {id}.</source>
        <extracomment>cnnstudio.network.annotations, cnnstudio.network.comment_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection from {source} to {target}.</source>
        <extracomment>cnnstudio.network.graph</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no free name like {name}.</source>
        <extracomment>cnnstudio.network.pasting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer kind {name}.{suggestion}</source>
        <extracomment>cnnstudio.network.registry</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {name_or_id}.{hint}</source>
        <extracomment>cnnstudio.network.graph_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {name} to freeze.{suggestion} Those with weights are {known}.</source>
        <extracomment>cnnstudio.network.freezing_layers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {node_id}.{suggestion}</source>
        <extracomment>cnnstudio.network.graph_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no network {name} of yours.</source>
        <extracomment>cnnstudio.network.own_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset {name}.{suggestion}</source>
        <extracomment>cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These layers cannot be one block: {complaint}.</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use global average pooling instead of Flatten</source>
        <extracomment>cnnstudio.network.capacity_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use group normalisation</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use group normalisation instead</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {title}</source>
        <extracomment>cnnstudio.network.misfit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {title} instead</source>
        <extracomment>cnnstudio.network.misfit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its repeats the network would have {size:,} layers; at most {limit:,} are possible.</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a border around something else than height and width</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a border that cuts pixels off</source>
        <extracomment>cnnstudio.network.import_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a border that is not counted</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a border that is not zeros</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cumulative average</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dilation</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a direction taken away</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a divisor of its own</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a factor</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a factor that is not whole</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mean of a part of the values</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new direction</source>
        <extracomment>cnnstudio.network.import_rules, cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new size that is no multiple of the old one</source>
        <extracomment>cnnstudio.network.import_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of a value</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of the image flattened</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a shape that is worked out from the data</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a slope each</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a very large number</source>
        <extracomment>cnnstudio.network.names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all learns</source>
        <extracomment>cnnstudio.network.kinds.backbone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha {alpha:g}</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an output size of its own</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an uneven border</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another direction than height and width</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another direction than the channels</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another factor than 1</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another number of directions than height and width</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another order of the values than flattening</source>
        <extracomment>cnnstudio.network.import_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another slope than 1/6</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are {count} values, and a network here takes one image.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are {count}, and a network here has one.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to the collection {domain}, which is not known here. Export the network with ONNX&apos;s own operators.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best of {pieces}</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can pad by at most half its window, {kernel} × {other_kernel}, and is set to {short_pair}.</source>
        <extracomment>cnnstudio.network.kinds.pooling</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot cut {rows} × {columns} pixels from {where} of {height} × {width}.</source>
        <extracomment>cnnstudio.network.kinds.resizing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot keep the size with stride {short_pair}: padding &apos;same&apos; needs stride 1.</source>
        <extracomment>cnnstudio.network.kinds.convolution</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels / {reduction}</source>
        <extracomment>cnnstudio.network.kinds.attention</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dilation {short_pair}</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit a layer here: {reason}</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e^xᵢ / Σ e^xⱼ{over}</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each channel: {dropout_formula}</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enlarging by {mode}</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects a vector and gets {input}.</source>
        <extracomment>cnnstudio.network.kinds.dense, cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects channels × height × width and gets {shape}.</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects colour images, {input_channels} channels, and gets {input}.</source>
        <extracomment>cnnstudio.network.kinds.backbone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects inputs of the same height and width and gets {all_shapes}.</source>
        <extracomment>cnnstudio.network.kinds.merge</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects inputs of the same shape and gets {all_shapes}.</source>
        <extracomment>cnnstudio.network.kinds.merge</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects inputs of the same shape, or volumes and one value for each of their channels, and gets {all_shapes}.</source>
        <extracomment>cnnstudio.network.kinds.merge</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects {channels:,} channels and gets {other_channels:,}.</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects {classes:,} values, one a class{either}, and gets {input}.</source>
        <extracomment>cnnstudio.network.kinds.output</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects {in_features:,} values and gets {arriving}.</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects {per_group:,} channels and gets {channels:,}.</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects {wanted:,} values and gets {input:,}.</source>
        <extracomment>cnnstudio.network.kinds.dense</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature map</source>
        <extracomment>cnnstudio.network.fitting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>freeze layers</source>
        <extracomment>cnnstudio.network.freezing_layers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives a value that is there already. Export the network again.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives more than one result, and a layer here gives one. Import a network without it.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives nothing, or a value that is there already. Export the network again.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives {shape}, and a network here ends with one value a class. Import a network that classifies images.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives {shape}, which no machine could hold.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a setting of the type {kind}, which is not known here. Import a network without it.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more settings than are known here. Import a network without this step.</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no learned weights of its own. Import a network whose layers learn theirs.</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has nothing left after its padding of {short_pair}: {side} × {sides} pixels would become {rows} × {columns}.</source>
        <extracomment>cnnstudio.network.kinds.transposed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has version {major}, and {schema_major} is read here. Export the network as an ONNX file instead.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {count:,} steps; at most {limit:,} can be read.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {setting}, which no layer here has. Import a network without it.</source>
        <extracomment>cnnstudio.network.import_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have a negative size. Export the network again.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have weights of an open size. Export the network again.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height {axe}
width {axes}</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an operation for which there is no layer here. Import a network without it.</source>
        <extracomment>cnnstudio.network.import_assembly, cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no batch of images (N, channels, height, width). Import a network that takes images.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not made for images of height and width. Import a network for images.</source>
        <extracomment>cnnstudio.network.import_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is one layer too many: a network has at most {limit:,} layers.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say how many channels its images have. Export it with a fixed number of channels.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no output.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {count} inputs, and a network here takes one image.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {count} outputs, and a network here has one.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its data leaves and comes back at {name}, past a layer that is not in it</source>
        <extracomment>cnnstudio.network.blocks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned numbers added to a layer that has none</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave the image size open. Export the network with a fixed one.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limits {low} and {high}</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {height} · {width} = {other_height:,} values a channel, {channels:,} channels</source>
        <extracomment>cnnstudio.network.kinds.pooling</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiplies two layers as matrices, for which there is no layer here. Import a network without it.</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs an output padding below its stride or its dilation ({stride}), not {extra}.</source>
        <extracomment>cnnstudio.network.kinds.transposed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs at least {kernel} × {other_kernel} pixels for its {third_kernel} kernel and gets {height} × {width}{padded}.</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs at least {least_side} × {least_side} pixels and gets {height} × {width}.</source>
        <extracomment>cnnstudio.network.kinds.backbone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs at least {side} × {side} pixels for its kernel and gets {height} × {width}.</source>
        <extracomment>cnnstudio.network.kinds.fixed_kernel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs input channels that divide by its {groups} groups and gets {channels}.</source>
        <extracomment>cnnstudio.network.kinds.convolution</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs more than one value in each of its {groups} groups and gets {input}.</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs output channels that divide by its {groups} groups, and {out_channels} do not.</source>
        <extracomment>cnnstudio.network.kinds.convolution</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs {noun} that divide by its {groups} groups and gets {input}.</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs {noun} that divide by its {pieces} pieces and gets {input}.</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer repeats</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no running statistics</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no scale and shift</source>
        <extracomment>cnnstudio.network.kinds.normalization, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one scale for a whole group</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one slope</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other numbers for SELU</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other numbers in {what}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own {count}×{count}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding {short_pair}</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded pixels</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {top}, column {left}</source>
        <extracomment>cnnstudio.network.kinds.resizing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schema_version must be a whole number from 1, not {version}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sets {key}, which is not known here. Import a network without this setting.</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single pixels</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope {negative_slope:g}</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slopes for single values</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statistics of each batch</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stochastic depth</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stride {short_pair}</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes a number or a weight where the output of a layer is needed. Import a network without this step.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes its kernels from another layer. Import a network whose kernels are learned.</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes no input: it is the network&apos;s start</source>
        <extracomment>cnnstudio.network.node</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes {name}, which nothing before it gives. Export the network again.</source>
        <extracomment>cnnstudio.network.exported_program_reader, cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the border {mode}</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the middle</source>
        <extracomment>cnnstudio.network.kinds.resizing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the places of the largest values as its result</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {output_size}</source>
        <extracomment>cnnstudio.network.kinds.pooling</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uses the same weights as another layer, and here each layer has its own. Import a network without shared weights.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole number</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with tanh</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would give {shape} = {other_shape:,} values for one image, more than {limit:,}.</source>
        <extracomment>cnnstudio.network.shapes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would have {weights:,} weights; at most {limit:,} are possible. Make its input smaller first.</source>
        <extracomment>cnnstudio.network.shapes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x for x &gt; 0, else slope · x</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x for x &gt; 0, else {alpha:g} · (eˣ − 1)</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x for x &gt; 0, else {negative_slope:g} · x</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · sigmoid(W₂ · ReLU(W₁ · mean(x) + b₁) + b₂)</source>
        <extracomment>cnnstudio.network.kinds.attention</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · Φ(x) = x · (1 + erf(x / √2)) / 2</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{after} (before: {before})</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{block} cannot be closed: {complaint}.</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{block} cannot be repeated: {complaint}.</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{block} cannot be repeated: {repeat_complaint}.</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{block} cannot be shown as one layer: {complaint}.</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{block}: runs {after} instead of {before}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channels:,} values</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channels} · {height} · {width} = {other_channels:,} values</source>
        <extracomment>cnnstudio.network.kinds.image_input</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classes:,} classes</source>
        <extracomment>cnnstudio.network.kinds.output</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classes:,} classes, one logit each</source>
        <extracomment>cnnstudio.network.kinds.output</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counts}max of every {pieces}</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} layers</source>
        <extracomment>cnnstudio.network.pasting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} layers feed it, and what is repeated has one input</source>
        <extracomment>cnnstudio.network.blocks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} layers: {kinds}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of its layers lead out ({names}), and a block has one way out</source>
        <extracomment>cnnstudio.network.blocks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} × {what} left out: it does nothing when predicting.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{end} has {classes} classes and the image folder has {other_classes}.</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be imported: it has {count:,} operations; at most {limit:,} can be read.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{frozen} of {count} frozen</source>
        <extracomment>cnnstudio.network.kinds.backbone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{height} × {width} pixels</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input} · {out_features}{bias} = {linear_weights:,} weights</source>
        <extracomment>cnnstudio.network.kinds.dense</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{known_as}: stands after {listed} instead of {other_listed}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} through {titles}</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} feeds several layers: lead its wires by hand.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} follows {first} without an activation between them: the two together can do no more than one.</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has a {kernel} kernel and gets {height} × {width} pixels: only {useful} of its {other_kernel} values ever come over a pixel, the others over padding.</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has a {window} window and gets {gets}: the window reaches over the border everywhere, and there is nothing left to pool. Pool less often before, or use larger images.</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has no shape yet: its own input is missing or does not fit.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has no weights that could be frozen.</source>
        <extracomment>cnnstudio.network.freezing_layers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is a second {kind}, and a network has one: {first} is used.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is not connected: nothing arrives at it.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is not connected: the image goes nowhere. Connect it to the first layer.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is not connected: what it computes is not used. Connect it to a next layer.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} joins several wires: lead them by hand.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} learned from photographs of {known} pixels and gets {side}: it will recognise less. Prepare images with {known} × {known} pixels, or at least half of it.</source>
        <extracomment>cnnstudio.network.backbone_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} needs at least {needed} inputs and has {given}: connect another layer to it.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} needs several values of each channel and gets one: a batch of one image with one pixel a channel. The training stops there.</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} stands before the output: the loss (cross-entropy) applies softmax by itself, and twice makes learning slow.</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} stands behind the last layer with weights: it sets values of whole classes to 0 at random, which is noise in the answer and not in what it is made of. Dropout belongs before that layer.</source>
        <extracomment>cnnstudio.network.head_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} stands right before the output: the values of the classes (logits) must be free to be any number, negative ones too, and it changes them.</source>
        <extracomment>cnnstudio.network.head_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} stays at its end of the network.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} still belongs to {around}: take it out first.</source>
        <extracomment>cnnstudio.network.graph</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} still has connections: remove them first.</source>
        <extracomment>cnnstudio.network.graph</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} takes its mean over the images of a batch, and a batch has one image: training and predicting will not agree.</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} takes its mean over {values} values of each channel (batches of {images} images, {pixels} each): that is mostly chance, and at least {fewest_values} are needed.</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}, run {number} times, {complaint}</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{multiplier} a channel, </source>
        <extracomment>cnnstudio.network.kinds.depthwise</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name_or_file} is neither a preset nor a .json file of a network (.onnx and .pt2 files can be opened as well).{hint}</source>
        <extracomment>cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be a network&apos;s name: choose another.</source>
        <extracomment>cnnstudio.network.own_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no parameter {other_name}.{hint}</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the name of a known network. Choose another.</source>
        <extracomment>cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a whole number or two of them (rows, columns), not {value}.</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a {noun}, not {value}.</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be between {minimum:g} and {maximum:,}, not {value}.</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be one of {choices}, not {value}.</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be true or false, not {value}.</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be {sizes} numbers, not {value}.</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} would cut through {other}. Take all of its layers or none of them.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: a block needs at least one layer.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: also takes {gained}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: no longer takes anything</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: no longer takes {lost}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: now takes {gained}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: takes {gained} instead of {lost}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: takes {listed} in this order</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the position must be two numbers of at most {position_limit_px:,.0f} pixels.</source>
        <extracomment>cnnstudio.network.node</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the repeat count must be between 1 and {limit}, not {repeat}.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: there is no layer {node_id}.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {layer} cannot be part of a block. Leave it out of the selection.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node_id} cannot be an id: use letters, digits and underscores.</source>
        <extracomment>cnnstudio.network.node</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{num_groups} groups</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} times</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{origin} cannot be imported: {sentence}</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{other} has the same layers already.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{out_features:,} units</source>
        <extracomment>cnnstudio.network.kinds.dense</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be deleted: {reason}.</source>
        <extracomment>cnnstudio.network.own_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} describes a network that is too large to be shown.</source>
        <extracomment>cnnstudio.network.exported_program_reader, cnnstudio.network.onnx_outline</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no network. Export it again.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no ONNX file, or it is damaged. Export the network again.</source>
        <extracomment>cnnstudio.network.onnx_outline, cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no ONNX file: it has {size:,} bytes.</source>
        <extracomment>cnnstudio.network.onnx_outline</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no exported program, or it is damaged. Export the network again.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no exported program: it has no single {program_member}. Save it with torch.export.save.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} lists too many parts for an exported program.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plan}: {count} stages, of which {frozen} keep their weights</source>
        <extracomment>cnnstudio.network.kinds.backbone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}
2 · {input} = {inputs:,} weights</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}
2 · {sides} = {input:,} weights</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}
{channels} → {few} → {channels}: 2 · {channels} · {few} + {few} + {channels} = {weights:,} weights</source>
        <extracomment>cnnstudio.network.kinds.attention</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}
{height} × {width} pixels -&gt; {rows} × {columns} places, one for each {window} pixels
{weights:,} weights, {learned:,} of them learn</source>
        <extracomment>cnnstudio.network.kinds.backbone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule} · scale + shift</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}
{input} · {multiplier} = {inputs:,} channels</source>
        <extracomment>cnnstudio.network.kinds.depthwise</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is already connected to {target}.</source>
        <extracomment>cnnstudio.network.graph_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} → {target} would close a circle; data flows one way only.</source>
        <extracomment>cnnstudio.network.graph_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} takes {takes} and the images are {input_shape}.</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}, in “{block}”</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} does not fit images of {shape}</source>
        <extracomment>cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}&apos;s weights are not on this computer: {megabytes:.1f} MB. Download them with the button in the layer&apos;s form or &apos;cnnstudio weights download {name}&apos;; EfficientNet-Lite0 comes with the program and works offline.</source>
        <extracomment>cnnstudio.network.published_weights</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, let in_features follow</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{upper} and {lower} are not in the same block: dissolve the block first.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{upper} feeds several layers: lead its wires by hand.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} of zeros added at this border.</source>
        <extracomment>cnnstudio.network.kinds.resizing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has an unknown field {name}.{suggestion}</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has settings that cannot be read.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has {count:,} entries; at most {limit:,} are allowed.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} lacks the field &apos;{name}&apos;.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} must be a JSON object, not {value}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} must be a list, not {value}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} must be a number of pixels, not {value}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} must be text, not {value}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}.folded must be true or false, not {folded}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}.port must be a whole number, not {port}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}.repeat must be a whole number, not {repeat}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ value · pixel</source>
        <extracomment>cnnstudio.network.kinds.fixed_kernel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>project</name>
    <message>
        <source>A newer version of CNN Studio saved this project. What this version does not know is not used, and is kept when the project is saved.</source>
        <extracomment>cnnstudio.project.documents</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run in {name} cannot be used: {reason}</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All this is too large for one project file: {limit:.0f} GB and {parts:,} parts are the most. Pack fewer runs, or only their results.</source>
        <extracomment>cnnstudio.project.zip_writer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window has recovered this already.</source>
        <extracomment>cnnstudio.project.recovery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes that are not saved cannot be kept for a crash: {reason}</source>
        <extracomment>cnnstudio.project.journal</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup of {name} could be kept: {reason}</source>
        <extracomment>cnnstudio.project.backups</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving was stopped. Nothing was changed.</source>
        <extracomment>cnnstudio.project.zip_writer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <extracomment>cnnstudio.project.reading</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} of a run is damaged and has no copy that is whole. Take it from a copy of the run.</source>
        <extracomment>cnnstudio.project.run_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network in {name} cannot be opened: {reason}</source>
        <extracomment>cnnstudio.project.documents</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project cannot be saved: {reason}</source>
        <extracomment>cnnstudio.project.writing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} cannot be packed: its file {name} is missing or damaged.</source>
        <extracomment>cnnstudio.project.run_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} cannot be packed: {reason}.</source>
        <extracomment>cnnstudio.project.run_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} cannot be unpacked into {folder}: {reason}.</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The thumbnail {name} is no PNG of at most 512 pixels.</source>
        <extracomment>cnnstudio.project.writing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run {run} in {name}.</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This backup cannot be brought back. {reason}</source>
        <extracomment>cnnstudio.project.backups</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking was stopped. Nothing was changed.</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part has properties that no project has</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a part twice</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {limit:,} parts</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds something that no project has</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than {limit:.0f} GB</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too short</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its end is missing</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its network has {weights:,} weights; {limit:,} are the most.</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts overlap or have gaps</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its table of contents does not fit</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights {name} do not fit its network.</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a class has characters that cannot be shown.</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <extracomment>cnnstudio.project.archive</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be used: a decision is about a file outside the image folder.</source>
        <extracomment>cnnstudio.project.documents</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be used: it names a run twice.</source>
        <extracomment>cnnstudio.project.documents</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be used: {problem}.</source>
        <extracomment>cnnstudio.project.documents</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has too many values.</source>
        <extracomment>cnnstudio.project.strict_json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds a number that is too large.</source>
        <extracomment>cnnstudio.project.strict_json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: it lacks its part {part}. Take it from a copy or a backup.</source>
        <extracomment>cnnstudio.project.archive</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: its part {part} is not what was saved. Take it from a copy or a backup.</source>
        <extracomment>cnnstudio.project.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is nested more than {limit} levels deep.</source>
        <extracomment>cnnstudio.project.strict_json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a file of weights.</source>
        <extracomment>cnnstudio.project.weights_header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a project of CNN Studio.</source>
        <extracomment>cnnstudio.project.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a project of CNN Studio: it has no {part}.</source>
        <extracomment>cnnstudio.project.archive</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a project that CNN Studio saved, or it is damaged: {reason}. Take it from a copy or a backup.</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not the description of a project.</source>
        <extracomment>cnnstudio.project.documents</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was saved by a newer version of CNN Studio (format {version}; this one reads {known}). Update the program to open it; until then it is left as it is.</source>
        <extracomment>cnnstudio.project.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} changed while it was saved. Save again.</source>
        <extracomment>cnnstudio.project.zip_writer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} contradicts the table of contents</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is packed in an unknown way</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is packed out of all proportion</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is too large</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is too large for a project file: {size:.1f} MB, and {limit:.0f} MB are allowed.</source>
        <extracomment>cnnstudio.project.zip_writer</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recipe_group</name>
    <message>
        <source>off</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>run_facts</name>
    <message>
        <source>Augmentation</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept epochs</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not: {differences}</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started from</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken over: {layers}</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best epoch was chosen on these same images, so this figure is slightly flattering. Test images, which played no part, tell the rest.</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of single epochs, to look back at under Epochs in Look inside.</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best} of {all}</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ({size} MB)</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {count} of {all} layers</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>Augmentation</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image size</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped early</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfinished</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>A high figure alone says nothing about what a network looks at. Look at heatmaps, run the audit, and test on images from another source: an audit that finds nothing is no proof.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network is to tell animals, buildings and tools apart. Open Data and click at least two photographs: do you see what the animals have in common, apart from being animals?</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for an audit</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the tour</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is set. Go to Train, press Train and wait for the end; it takes less than a minute.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Data</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Look inside</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Runs</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Train</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is right in {stamped} of the validation images. But why? Go to Look inside and click at least two animals: where does the heatmap glow?</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the photographs</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the data</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting of the training helps: the data are at fault. In the mended copy the same photographs are without the date. With images of your own you would cut the mark off, paint it over, or leave such images out.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the mended copy</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the verdict</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See where it looks</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same network, the same photographs, no date. Press Train once more.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two heatmaps prove nothing. In Look inside open the tab Audit and press Audit this network: it goes through all images, and tests what it suspects by changing them.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the audit say about the animals? See what happens when the mark is taken off them, and beside it the control, the same done elsewhere. Then it is clear what the network has learned. On the tab Heatmap, the button Epochs below the image shows when it began to look there.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have seen</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the date it was right in {stamped}, without it in {mended}: the second figure is the honest one. See both trainings side by side in Runs, and look at the heatmaps again.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>Adam</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam with the weight decay kept apart from the gradient (Loshchilov and Hutter, 2019).</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basics</source>
        <extracomment>cnnstudio.training.recipe.GROUPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <extracomment>cnnstudio.training.recipe.GROUPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <extracomment>cnnstudio.training.recipe.GROUPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSprop</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularisation</source>
        <extracomment>cnnstudio.training.recipe.GROUPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales each weight&apos;s step by its recent gradients (Kingma and Ba, 2015). 0.001 is a usual start.</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales each weight&apos;s step by its recent gradients (Tieleman and Hinton, 2012). A usual start is 0.001 without momentum, 0.0001 with 0.9.</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <extracomment>cnnstudio.training.recipe.GROUPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps along the gradient, with momentum. Needs a good learning rate; 0.01 is a usual start.</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping and saving</source>
        <extracomment>cnnstudio.training.recipe.GROUPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the processor</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with SGD and momentum</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with SGD or RMSprop</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with early stopping</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the focal loss</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the schedule Reduce on plateau</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the schedule Steps</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the schedules Steps and Reduce on plateau</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>trust_levels</name>
    <message>
        <source>Does not apply</source>
        <extracomment>cnnstudio.ui.inspector.trust_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>cnnstudio.ui.inspector.trust_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <extracomment>cnnstudio.ui.inspector.trust_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <extracomment>cnnstudio.ui.inspector.trust_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>trust_pace</name>
    <message>
        <source>about {time} left</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>view_style</name>
    <message>
        <source>Against</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines at a quarter, half and three quarters of the scale</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own peak</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red speaks for the class, blue against it</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared peak</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is lit where the evidence is, and dark elsewhere</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map&apos;s colours over the image</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number you give has the last colour, for every image</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strongest place of all maps looked at has the last colour</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strongest place of this map has the last colour</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks against the class</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks for the class</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>workspace</name>
    <message>
        <source>The run {name} was kept by an early version that did not note its images, so its split cannot be written down. Train once more, or export the format PyTorch.</source>
        <extracomment>cnnstudio.workspace.training_code</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
